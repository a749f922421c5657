# 各处通用：语言、日期、时长、列表
language-name = 简体中文
app-name = 邻里

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
hours-closed = 今天不开放

# 时长
wait-soon = 马上就到
wait-about = 约 { $high } 分钟
wait-about-range = 约 { $low }–{ $high } 分钟
elapsed-seconds = { $seconds } 秒
elapsed-minutes = { $minutes } 分 { $seconds } 秒
elapsed-hours = { $hours } 小时 { $minutes } 分

# 窗口与排队，屏幕、小票、网页都用
counter-name = { $counter } 号窗口
