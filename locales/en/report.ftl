## /baocao

menu-report = Write a report
help-report = write the report of your unit
report-which = Several reports are to be written at this time. Choose the one to begin with; the others stay:
report-all-filed = All reports that are due are filed. To look at one: type xem { $code }.
report-none-owed = Your unit has no report to file yet. Type /viec to see other work.
