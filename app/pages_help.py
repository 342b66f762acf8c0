"""Trợ giúp: what the pages can and cannot do, a tour for new staff, the keys."""

from __future__ import annotations

import streamlit as st

from app import chat_view as view
from app.ui_state import Connection


def draw(connection: Connection) -> None:
    """Draws the page."""
    st.title("Trợ giúp", anchor=False)
    st.header("Làm được gì", anchor=False)
    st.markdown(
        "- **Hỏi đáp**: hỏi bằng tiếng Việt, có dấu hay không dấu; nhận con số, kỳ, tính chất (thực hiện, ước, mục tiêu) và đúng câu của báo cáo.\n"
        "- **Kiểm chứng**: dán một bài viết; từng con số được đối chiếu: đúng, làm tròn, sai hay không có trong báo cáo.\n"
        "- **Số liệu**: mọi con số đọc được, lọc và tải về; biểu đồ; những chỗ báo cáo tự nêu không khớp nhau.\n"
        "- **Báo cáo**: thêm, chọn, đọc và xóa báo cáo; mỗi trích dẫn có một địa chỉ để gửi cho người khác."
    )
    st.header("Không làm", anchor=False)
    st.markdown(
        "- Không đoán: báo cáo không nêu thì trang nói là không nêu, kèm số liệu gần nhất nếu có.\n"
        "- Không lấy kiến thức ngoài báo cáo, không gửi câu hỏi hay báo cáo ra khỏi máy này.\n"
        "- Không đọc được ảnh chụp văn bản. Câu diễn đạt quá lạ có thể bị bỏ sót; vì vậy hãy luôn nhìn câu được trích."
    )
    st.header("Đi một vòng trong năm phút", anchor=False)
    pages = st.session_state.get("pages", {})
    steps = (
        ("hoi-dap", "Bấm một câu ở “Thử hỏi”. Nhìn con số lớn, rồi nhìn câu được tô ở bên cạnh: con số phải nằm trong đó."),
        ("hoi-dap", "Xem dòng “Đừng nhầm với”. Đó là các con số dễ lẫn: khác phạm vi, khác kỳ, hoặc là mục tiêu chứ không phải thực hiện."),
        ("hoi-dap", "Dòng “Hiểu là” cho thấy câu hỏi được hiểu ra sao: chỉ tiêu, kỳ, loại số, tính chất. Bấm vào một ô để đổi. Hỏi tiếp rất ngắn cũng được: “còn nhập khẩu?”."),
        ("kiem-chung", "Dán một đoạn tin có con số rồi bấm Kiểm chứng. Mỗi con số có dấu, màu và lý do."),
        ("so-lieu", "Gõ một chỉ tiêu không dấu, ví dụ “xi mang”, rồi chọn một dòng để xem câu nêu nó."),
        ("bao-cao", "Mở một báo cáo, đi theo mục lục. Từ một câu trả lời, bấm “Mở trong báo cáo” để có địa chỉ gửi cho người khác."),
    )
    for i, (path, text) in enumerate(steps, 1):
        with st.container(border=True, key=f"step-{i}"):
            view.draw_text(f"{i}. {text}")
            if path in pages:
                st.page_link(pages[path], label=f"Mở trang {pages[path].title}", icon=":material/arrow_forward:")
    st.header("Đọc một câu trả lời", anchor=False)
    st.html(
        '<table class="hbc-table"><tr><th>Dấu</th><th>Nghĩa</th></tr>'
        '<tr><td><span class="hbc-chip actual">thực hiện</span></td><td>đã xảy ra, báo cáo nêu là kết quả</td></tr>'
        '<tr><td><span class="hbc-chip estimate">ước</span></td><td>báo cáo ghi “ước đạt”, chưa phải số chính thức</td></tr>'
        '<tr><td><span class="hbc-chip target">mục tiêu</span></td><td>kế hoạch, phấn đấu; không phải kết quả</td></tr>'
        + "".join(f"<tr><td>{view.verdict_html(v)}</td><td>{meaning}</td></tr>" for v, meaning in (
            ("đúng", "khớp với báo cáo về giá trị, đơn vị, kỳ, chỉ tiêu và tính chất"), ("làm tròn", "khớp sau khi làm tròn"),
            ("sai", "báo cáo nêu khác; lý do nói khác ở đâu"), ("không có trong báo cáo", "báo cáo không nêu điều này"),
        )) + "</table>"
    )  # fmt: skip
    st.header("Bàn phím", anchor=False)
    st.html(
        '<table class="hbc-table"><tr><th>Phím</th><th>Việc</th></tr><tr><td><kbd>/</kbd></td><td>tới ô hỏi</td></tr>'
        "<tr><td><kbd>Enter</kbd></td><td>gửi câu hỏi; <kbd>Shift</kbd> + <kbd>Enter</kbd> xuống dòng</td></tr>"
        "<tr><td><kbd>Tab</kbd>, <kbd>Shift</kbd> + <kbd>Tab</kbd></td><td>tới nút sau, nút trước; <kbd>Enter</kbd> để bấm</td></tr>"
        "<tr><td><kbd>Esc</kbd></td><td>đóng nguồn đang mở</td></tr></table>"
    )


__all__ = ["draw"]
