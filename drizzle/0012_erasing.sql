-- Rows that prove something lose the words and the name of a person who is deleted, and nothing else ever: the
-- transaction says that it erases, and only the columns that a trigger names may change.
CREATE FUNCTION refuse_change_unless_erasing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('nhipquy.erasing', true) = 'on'
    AND to_jsonb(NEW) - TG_ARGV = to_jsonb(OLD) - TG_ARGV THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER assignment_changes_append_only BEFORE UPDATE OR DELETE ON "assignment_changes" FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erasing('by', 'reason');
--> statement-breakpoint
CREATE OR REPLACE TRIGGER submission_versions_immutable BEFORE UPDATE ON "submission_versions" FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erasing('answers_sealed');
--> statement-breakpoint
CREATE OR REPLACE TRIGGER reviews_immutable BEFORE UPDATE ON "reviews" FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erasing('comment_sealed');
--> statement-breakpoint
CREATE OR REPLACE TRIGGER consents_immutable BEFORE UPDATE ON "consents" FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erasing('witness_sealed');
--> statement-breakpoint
CREATE OR REPLACE TRIGGER deed_versions_immutable BEFORE UPDATE ON "deed_versions" FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erasing('answers_sealed');
--> statement-breakpoint
CREATE OR REPLACE TRIGGER deed_progress_immutable BEFORE UPDATE ON "deed_progress" FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erasing('note_sealed');
