# 墙上的叫号屏 /board
board-title = 叫号屏
board-please = 请
board-go-to = 到 { $counter } 号窗口
board-waiting-title = 欢迎光临
board-waiting-hint = 请在终端取号，叫到会显示在这里
board-next = 下一批
board-paused = 稍后回来
board-closed = 暂停
board-free = 空闲
board-reconnecting = 正在重新连接…
board-silent = 语音已关，请看屏幕
board-help = { $origin } 有居民需要帮忙，请工作人员过去
board-help-between = 、
