CREATE TABLE "data_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tree_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"code" text NOT NULL,
	"request" text NOT NULL,
	"state" text NOT NULL,
	"method" text NOT NULL,
	"text_sealed" text,
	"received_at" timestamp with time zone NOT NULL,
	"acknowledged_at" timestamp with time zone NOT NULL,
	"acknowledge_by" date NOT NULL,
	"due_on" date NOT NULL,
	"extended_from" date,
	"extension_sealed" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"outcome_sealed" text,
	CONSTRAINT "data_cases_tree_id_code_unique" UNIQUE("tree_id","code")
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "data_cases" ADD CONSTRAINT "data_cases_tree_id_trees_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."trees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_cases" ADD CONSTRAINT "data_cases_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_cases" ADD CONSTRAINT "data_cases_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_cases" ADD CONSTRAINT "data_cases_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "data_cases_open" ON "data_cases" USING btree ("person_id","request") WHERE state in ('open', 'approved');--> statement-breakpoint
CREATE INDEX "data_cases_waiting" ON "data_cases" USING btree ("tree_id","due_on") WHERE state in ('open', 'approved');