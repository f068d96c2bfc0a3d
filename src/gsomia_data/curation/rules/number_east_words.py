"""The words around a number in Korean or Japanese, by what they do to it.

No blank separates a number from its particle or its counter there, so what may touch it is listed:
everything else that touches it makes the rule refuse.
"""

from gsomia_data.curation.rules.wordlist import WordList, lines, split

EAST_WORDS = (
    WordList(
        "east number: counters",
        "counts what the number is of; without one, or a percent sign, nothing is counted",
        split(
            "명 개 개국 개사 개소 개월 곳 건 차례 발 척 석 표 마리 가구 가지 시간 주간 년간 "
            "일간 원 달러 엔 유로 위안 톤 킬로 킬로미터 미터 人 名 カ国 か国 ヵ国 ヶ国 回 件 発 "
            "基 隻 機 個 社 団体 つ カ所 か所 ヵ所 ヶ所 カ月 か月 ヵ月 ヶ月 カ月間 か月間 "
            "ヵ月間 ヶ月間 年間 日間 週間 時間 円 ドル ウォン ユーロ トン キロ キロメートル "
            "メートル 議席 票 種類 km kg cm mm ㎞ ㎏"
        ),
    ),
    WordList(
        "east number: counters that may name",
        "counts if a particle or a limit is behind it; else it may number something: `2번 출구`",
        split("번 회 기"),
    ),
    WordList(
        "east number: counters with a limit",
        "counts if a limit is behind it; else it may be a year of the calendar",
        split("년 年"),
    ),
    WordList(
        "east number: money",
        "is a unit of money; only before one is `조` a scale and not an article of a law",
        split("원 달러 엔 유로 위안"),
    ),
    WordList("east number: percent", "makes it a percentage", split("% 퍼센트 프로 パーセント")),
    WordList(
        "east number: points",
        "makes it a difference of percentages, which is not a percentage",
        split("%포인트 %p %ポイント 퍼센트포인트 パーセントポイント 포인트 ポイント"),
    ),
    WordList(
        "east number: ranks",
        "makes a rank of it behind it",
        split("번째 회째 차례째 回目 番目 度目 人目 件目 例目 発目 カ国目 か国目 ヵ国目"),
    ),
    WordList(
        "east number: ranked with 제",
        "makes a rank of it with `제` or `第` before it, `차` also without",
        split("차 회 回"),
    ),
    WordList(
        "east number: what is ranked",
        "is numbered by such a rank; others may be names: `제2차 세계대전`",
        split(
            "핵실험 회의 회담 협의 협상 집회 촛불집회 대화 정상회의 정상회담 총회 공판 발사 "
            "조사 会議 会合 会談 協議 総会 首脳会談 調査"
        ),
    ),
    WordList(
        "east number before: about",
        "the true number is near the one named, on either side",
        split("약 대략 얼추 어림잡아 約 およそ おおよそ ざっと"),
    ),
    WordList(
        "east number before: at least",
        "the true number is the one named or more",
        split("최소 최소한 적어도 少なくとも 少なくても 最低でも"),
    ),
    WordList(
        "east number before: at most",
        "the true number is the one named or less",
        split("최대 많아야 最大 最大で 多くとも 多くても"),
    ),
    WordList(
        "east number before: almost",
        "the true number is less than the one named, but not by a tenth of it",
        split("거의"),
    ),
    WordList(
        "east number behind: above",
        "the true number is more than the one named",
        lines("""
            초과
            넘는
            넘게
            이 넘는
            이 넘게
            가 넘는
            가 넘게
            을 넘는
            을 넘게
            를 넘는
            를 넘게
            을 웃도는
            를 웃도는
            超
            を超える
            を上回る
        """),
    ),
    WordList(
        "east number behind: at least",
        "the true number is the one named or more",
        split("이상 남짓 여 以上 余り 余 あまり"),
    ),
    WordList(
        "east number behind: below",
        "the true number is less than the one named",
        lines("""
            미만
            을 밑도는
            를 밑도는
            未満
            を下回る
        """),
    ),
    WordList(
        "east number behind: at most",
        "the true number is the one named or less",
        split("이하 以下"),
    ),
    WordList(
        "east number behind: almost",
        "the true number is less than the one named, but not by a tenth of it",
        lines("""
            가까이
            가까운
            에 가까운
            에 육박하는
            近く
            近い
            に近い
            に迫る
        """),
    ),
    WordList(
        "east number behind: about",
        "the true number is near the one named, on either side",
        split("가량 정도 안팎 내외 쯤 程度 前後 ほど くらい ぐらい"),
    ),
    WordList(
        "east number before: looked through",
        "totals or picks out what is counted; what is before it is looked at",
        split("총 모두 전체 도합 겨우 단 정확히 이미 計 合計 合わせて 延べ わずか たった ちょうど"),
    ),
    WordList(
        "east number before: refused",
        "makes of the number a part, an addition, an average or a limit",
        split(
            "추가로 별도로 따로 각각의 약간의 아마도 많게는 적게는 못해도 제외하고 빼고 하루에 "
            "연간으로 평균으로 최고로 최저로 최소로 최대로 보통은 대체로 앞으로 외에 하루의 "
            "마이너스로 영하로 さらに 別に 他に ほかに 新たに 年に 月に 日に 週に 平均で 推定で "
            "推計で 最高で 最低で 最小で っと あの その この どの 代わりに 互いに ごとに 毎に "
            "たびに 以外に 残りの ゼロの うちの ほかの 他の 別の 次の 前の 先の 最低限で "
            "最大限で"
        ),
    ),
    WordList(
        "east number before: particles",
        "ends the word before it, and leaves the number alone",
        split("은 는 이 가 을 를 의 에 서 로 와 과 도 고 며 は が を に で の と も へ"),
    ),
    WordList(
        "east number before: harmless",
        "says without a particle what is counted, or when, and leaves the number alone",
        split(
            "등 찬성 반대 지지 지지율 찬성률 지난 최근 현재 가운데 중 시민 국민 주민 "
            "응답자 참가자 참석자 유권자 병력 군인 병사 미군 경찰 여성 남성 학생 의원 장병 대원 "
            "회원국 피해자 생존자 사망자 부상자 환자 미사일 탄도미사일 전투기 한국 일본 미국 "
            "중국 북한 세계 전국 서울 성인 남녀 賛成 反対 支持率 支持 など ミサイル 全国 世界 "
            "市民 国民 住民 有権者 議員 兵士 米兵 隊員 男女 戦闘機 慰安婦 米軍 核実験 "
            "국회의원 주한미군 자위대 위안부 무상 유상 추산 집계 체결한 서명한 참가한 참석한 "
            "모인 실시한 발사한"
        ),
    ),
    WordList(
        "east number behind: particles",
        "begins the next phrase, or ends the sentence, and leaves the number alone",
        split(
            "은 는 이 가 을 를 의 에 에서 에게 로 으로 와 과 이다 였다 이었다 이며 이고 에는 "
            "에서는 으로는 에게는 에게서 이라고 라고 이라며 라며 다 は が を に で の と へ だ"
        ),
    ),
    WordList(
        "east number behind: acts",
        "is an act that was done so many times, or to so many; it may touch a Japanese number",
        split("発射 実施 開催 集まった 行った 行い 開いた"),
    ),
    WordList(
        "east number behind: refused",
        "as the beginning of the next word it limits, divides or moves the number",
        split(
            "넘 웃돌 웃도 밑돌 밑도 육박 못 채 가까 이상 이하 이외 이내 이전 이후 초과 미만 미달 "
            "안팎 내외 정도 가량 남짓 만에 가운데 사이 또는 혹은 내지 많 적 더 덜 모자 절반 "
            "안되 안돼 배 수준 추정 예상 추가 "
            "미치 超 上回 下回 割 切 満 迫 及 近 うち 半 約 追加 差 倍 "
            "前 後 増 減 以"
        ),
    ),
    WordList(
        "east number behind: refused as a word",
        "as the next word, with or without a particle, it does so",
        split("전 후 뒤 중 반 당 씩 안 내 외 약 대 앞 쯤 경 차"),
    ),
)
"""By what they do."""
