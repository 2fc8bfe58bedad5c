CREATE TABLE "unit_totals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tree_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"obligation_id" uuid NOT NULL,
	"period" text NOT NULL,
	"number" integer NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"deeds" integer,
	"stated_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "unit_totals_unit_id_obligation_id_period_number_unique" UNIQUE("unit_id","obligation_id","period","number")
);
--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "reach" text;--> statement-breakpoint
ALTER TABLE "unit_totals" ADD CONSTRAINT "unit_totals_tree_id_trees_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."trees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_totals" ADD CONSTRAINT "unit_totals_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_totals" ADD CONSTRAINT "unit_totals_obligation_id_obligations_id_fk" FOREIGN KEY ("obligation_id") REFERENCES "public"."obligations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_totals" ADD CONSTRAINT "unit_totals_stated_by_people_id_fk" FOREIGN KEY ("stated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Whoever used the product before goes on talking to everybody.
UPDATE "units" SET "reach" = 'members' FROM "trees" WHERE "trees"."id" = "units"."tree_id" AND "trees"."code" = "units"."code";
--> statement-breakpoint
CREATE TRIGGER unit_totals_immutable BEFORE UPDATE ON "unit_totals" FOR EACH ROW EXECUTE FUNCTION refuse_change();
