# Used everywhere: language, dates, durations, lists
language-name = English
app-name = Linli

list-separator = { ", " }

# Dates
date-day = { $day } { $month }
date-with-weekday = { $weekday } { $date }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
hours-closed = Closed today

# Durations
wait-soon = any moment now
wait-about = about { $high } min
wait-about-range = about { $low }–{ $high } min
elapsed-seconds = { $seconds } s
elapsed-minutes = { $minutes } min { $seconds } s
elapsed-hours = { $hours } h { $minutes } min

# Counters and queues, on screens, slips and pages
counter-name = Counter { $counter }
