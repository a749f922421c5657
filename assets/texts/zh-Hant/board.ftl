# 牆上的叫號螢幕 /board
board-title = 叫號螢幕
board-please = 請
board-go-to = 到 { $counter } 號窗口
board-waiting-title = 歡迎光臨
board-waiting-hint = 請在終端機取號，叫到時會顯示在這裡
board-next = 下一批
board-paused = 稍後回來
board-closed = 暫停
board-free = 空檔
board-reconnecting = 正在重新連線…
board-silent = 語音已關，請看螢幕
board-help = { $origin } 有民眾需要幫忙，請工作人員過去
board-help-between = 、
