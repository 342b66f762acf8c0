"""The countries and groups of countries that reports trade with, as they print them: one alternative of a pattern each."""

from __future__ import annotations

import re

COUNTRIES = (
    "Hoa Kỳ|Mỹ|Trung Quốc|Hàn Quốc|Nhật Bản|Đài Loan|Hồng Kông|Hong Kong|Ma Cao|Thái Lan|Lào|Campuchia|Căm-pu-chia|Cam-pu-chia|Myanmar|Mi-an-ma|Singapore|Xin-ga-po|Xinh-ga-po|Malaysia|Ma-lai-xi-a|Indonesia|In-đô-nê-xi-a|"
    "Philippines|Phi-líp-pin|Phi-lip-pin|Brunei|Bru-nây|Đông Ti-mo|Ấn Độ|Pakistan|Pa-ki-xtan|Bangladesh|Băng-la-đét|Sri Lanka|Xri Lan-ca|Nê-pan|Nepal|Mông Cổ|Triều Tiên|Úc|Ô-xtrây-li-a|Australia|Niu Di-lân|New Zealand|"
    "Nga|Liên bang Nga|Đức|Pháp|Anh|Vương quốc Anh|Hà Lan|Bỉ|Ý|I-ta-li-a|Italia|Italy|Tây Ban Nha|Bồ Đào Nha|Ba Lan|Thụy Sĩ|Thụy Điển|Đan Mạch|Na Uy|Phần Lan|Áo|Séc|Cộng hòa Séc|Hung-ga-ri|Hungary|Ru-ma-ni|Hy Lạp|"
    "Ai-len|Ireland|U-crai-na|Ukraina|Ukraine|Thổ Nhĩ Kỳ|Ả Rập Xê Út|A-rập Xê-út|UAE|Tiểu vương quốc Ả Rập Thống nhất|Cô-oét|Kuwait|Ca-ta|Qatar|I-xra-en|Israel|I-ran|Iran|I-rắc|Iraq|Ai Cập|Nam Phi|Ni-giê-ri-a|Nigeria|Ga-na|Ghana|"
    "Bờ Biển Ngà|An-giê-ri|Ma-rốc|Ca-na-đa|Canada|Mê-hi-cô|Mê-xi-cô|Mexico|Bra-xin|Brazil|Ác-hen-ti-na|Argentina|Chi-lê|Chile|Pê-ru|Peru|Cô-lôm-bi-a|Colombia|Pa-na-ma|Panama|Cu Ba|"
    "EU|Liên minh châu Âu|ASEAN|châu (?:Á|Âu|Mỹ|Phi|Úc|Đại Dương)|Trung Đông|Bắc Mỹ|Tây Á|Đông Á"
)
SPELLINGS: tuple[tuple[str, ...], ...] = (  # one country each, spelt as it sounds or as abroad
    ("In-đô-nê-xi-a", "Indonesia"), ("Ma-lai-xi-a", "Malaysia"), ("Xin-ga-po", "Xinh-ga-po", "Singapore"), ("Phi-líp-pin", "Phi-lip-pin", "Philippines"), ("Campuchia", "Cam-pu-chia", "Căm-pu-chia"), ("Mi-an-ma", "Myanmar"), ("Bru-nây", "Brunei"),
    ("Ô-xtrây-li-a", "Australia", "Úc"), ("Niu Di-lân", "New Zealand"), ("Pa-ki-xtan", "Pakistan"), ("Băng-la-đét", "Bangladesh"), ("Xri Lan-ca", "Sri Lanka"), ("I-ta-li-a", "Italia", "Italy"), ("Ai-len", "Ireland"), ("U-crai-na", "Ukraina", "Ukraine"),
    ("Hung-ga-ri", "Hungary"), ("Cô-oét", "Kuwait"), ("Ca-ta", "Qatar"), ("I-xra-en", "Israel"), ("I-ran", "Iran"), ("I-rắc", "Iraq"), ("Ni-giê-ri-a", "Nigeria"), ("Ga-na", "Ghana"), ("Ca-na-đa", "Canada"), ("Mê-hi-cô", "Mê-xi-cô", "Mexico"),
    ("Bra-xin", "Brazil"), ("Ác-hen-ti-na", "Argentina"), ("Chi-lê", "Chile"), ("Pê-ru", "Peru"), ("Cô-lôm-bi-a", "Colombia"), ("Pa-na-ma", "Panama"), ("Hồng Kông", "Hong Kong"),
)  # fmt: skip
COUNTRY = re.compile(COUNTRIES)  # a name that is one

__all__ = ["COUNTRIES", "COUNTRY", "SPELLINGS"]
