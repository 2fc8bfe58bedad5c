period-year = { $year }
period-quarter = quarter { $quarter }/{ $year }
period-first-half = first half of { $year }
period-second-half = second half of { $year }
period-month = { $month }/{ $year }
