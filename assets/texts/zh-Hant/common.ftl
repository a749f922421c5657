# 各處通用：語言、日期、時間長短、列表
language-name = 繁體中文
app-name = 鄰里

list-separator = 、

# 日期
date-day = { $month }{ $day }日
date-with-weekday = { $date } { $weekday }
weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
hours-closed = 今日休息

# 時間長短
wait-soon = 就快到您了
wait-about = 約 { $high } 分鐘
wait-about-range = 約 { $low }–{ $high } 分鐘
elapsed-seconds = { $seconds } 秒
elapsed-minutes = { $minutes } 分 { $seconds } 秒
elapsed-hours = { $hours } 小時 { $minutes } 分

# 窗口與排隊
counter-name = { $counter } 號窗口
