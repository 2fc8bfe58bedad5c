CREATE TABLE "troubles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"values" jsonb NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	"muted_until" timestamp with time zone,
	"over_at" timestamp with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "troubles_open" ON "troubles" USING btree ("kind","subject") WHERE over_at is null;