# 终端：语音
kiosk-voice-question = 聽得清楚嗎？
kiosk-voice-hint = 每一頁都會念給您聽。您的姓名、電話和寫下的字，不會從喇叭裡念出來。
kiosk-voice-hint-private = 插上耳機，每一頁都會念給您聽，只有您一個人聽得到。
kiosk-voice-off = 再按一次「語音」，就不念了。
kiosk-voice-louder = 大聲一點
kiosk-voice-softer = 小聲一點
kiosk-voice-faster = 快一點
kiosk-voice-slower = 慢一點
kiosk-voice-again = 再聽一遍
kiosk-voice-go-on = 聽清楚了，繼續
# “音量较大，语速适中”
kiosk-voice-level = { $loudness }，{ $pace }
kiosk-voice-volume-1 = 音量最小
kiosk-voice-volume-2 = 音量較小
kiosk-voice-volume-3 = 音量適中
kiosk-voice-volume-4 = 音量較大
kiosk-voice-volume-5 = 音量最大
kiosk-voice-pace-slow = 語速較慢
kiosk-voice-pace-usual = 語速適中
kiosk-voice-pace-fast = 語速較快

# 只念出来，不显示在屏幕上
kiosk-voice-is-on = 已打開
kiosk-voice-is-off = 已關閉
kiosk-voice-is-resting = 現在不能選
kiosk-voice-keys = 按方向鍵選擇，按確定鍵進入。
kiosk-voice-unspoken = 您寫的字不從喇叭裡念出來。
