## An unfinished form, recalled once

recall-draft =
    There is a form that you began; every answer is still there.

    { $title }

    To go on, type tiep. Not now? Leave it: this form is not recalled by itself again.
recall-draft-due =
    There is a form that you began; every answer is still there.

    { $title }
    Due by the end of { $due }.

    To go on, type tiep. Not now? Leave it: the bot writes again near the date only.
recall-open = Go on
