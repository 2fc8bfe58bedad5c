CREATE TABLE "round_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"obligation_id" uuid NOT NULL,
	"period" text NOT NULL,
	"change" text NOT NULL,
	"opens_on" date,
	"by" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"topic_code" text NOT NULL,
	"until" date,
	"held_by" uuid NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "submission_versions" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "round_changes" ADD CONSTRAINT "round_changes_obligation_id_obligations_id_fk" FOREIGN KEY ("obligation_id") REFERENCES "public"."obligations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_holds" ADD CONSTRAINT "topic_holds_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_holds" ADD CONSTRAINT "topic_holds_held_by_people_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_changes_of" ON "round_changes" USING btree ("obligation_id","period","at");--> statement-breakpoint
CREATE INDEX "topic_holds_of" ON "topic_holds" USING btree ("programme_id","topic_code");