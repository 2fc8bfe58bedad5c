CREATE TABLE "backups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file" text,
	"bytes" bigint,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	"error_code" text
);
--> statement-breakpoint
CREATE TABLE "restores" (
	"id" uuid PRIMARY KEY NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"restored_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone
);
