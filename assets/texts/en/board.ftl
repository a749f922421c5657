# The board on the wall /board
board-title = Number board
board-please = Now calling
board-go-to = to counter { $counter }
board-waiting-title = Welcome
board-waiting-hint = Take a number at the terminal; calls are shown here
board-next = Next
board-paused = back soon
board-closed = closed
board-free = free
board-reconnecting = Reconnecting…
board-silent = Sound is off, please watch the screen
board-help = { $origin }: somebody needs help. Staff, please come.
board-help-between = { ", " }
