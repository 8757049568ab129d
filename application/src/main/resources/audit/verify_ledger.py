#!/usr/bin/env python3
"""核对公开台账的审计包，不用产品的任何代码：只需 Python 3.8 以上和标准库。格式见 FORMAT.md。
退出码: 0 没有发现问题；1 发现问题；2 无法读取。"""
import argparse, base64, collections, contextlib, datetime, decimal, hashlib, json, os, re, sys, zipfile
# ---- 杂凑值：SM3（GB/T 32905-2016）和 SHA-256
def sm3_slow(data):  # Python 自带的 OpenSSL 没有 SM3 时用
    def words(octets): return [int.from_bytes(octets[i:i + 4], "big") for i in range(0, len(octets), 4)]
    def rotl(x, n): return (x << n % 32 | x >> 32 - n % 32) & 0xFFFFFFFF
    state = words(bytes.fromhex("7380166f4914b2b9172442d7da8a0600a96f30bc163138aae38dee4db0fb0e4e"))
    data = data + b"\x80" + bytes((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, "big")
    for at in range(0, len(data), 64):
        w = words(data[at:at + 64])
        for j in range(16, 68):
            w.append((x := w[j - 16] ^ w[j - 9] ^ rotl(w[j - 3], 15)) ^ rotl(x, 15) ^ rotl(x, 23) ^ rotl(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = state
        for j in range(64):
            first, t = j < 16, rotl(a, 12)
            s = rotl(t + e + rotl(0x79CC4519 if first else 0x7A879D8A, j) & 0xFFFFFFFF, 7)
            x = (a ^ b ^ c if first else a & b | a & c | b & c) + d + (s ^ t) + (w[j] ^ w[j + 4]) & 0xFFFFFFFF
            y = (e ^ f ^ g if first else e & f | ~e & g) + h + s + w[j] & 0xFFFFFFFF
            a, b, c, d, e, f, g, h = x, a, rotl(b, 9), c, y ^ rotl(y, 9) ^ rotl(y, 17), e, rotl(f, 19), g
        state = [x ^ y for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(x.to_bytes(4, "big") for x in state)
def sha256(data): return hashlib.sha256(data).digest()
HASHES = {"SHA-256": sha256, "SM3": sm3_slow if "sm3" not in hashlib.algorithms_available else
          lambda data: hashlib.new("sm3", data).digest()}
# ---- 签名：SM2（GB/T 32918）和 Ed25519（RFC 8032），只验不签
def times(k, point, add, zero):
    result = zero
    for bit in bin(k)[2:]: result = add(add(result, result), point) if bit == "1" else add(result, result)
    return result
N, P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123, 2**256 - 2**224 - 2**96 + 2**64 - 1
A, B = P - 3, 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
G = (0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7, 0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0)
def sm2_add(s, t):
    if s is None or t is None: return t if s is None else s
    if s[0] == t[0] and (s[1] + t[1]) % P == 0: return None
    k = (3 * s[0] * s[0] + A) * pow(2 * s[1], -1, P) if s == t else (t[1] - s[1]) * pow(t[0] - s[0], -1, P)
    x = (k * k - s[0] - t[0]) % P
    return x, (k * (s[0] - x) - s[1]) % P
def sm2_verifies(key, message, signature):
    q, size = (int.from_bytes(key[:32], "big"), int.from_bytes(key[32:], "big")), signature[3]
    r, s = int.from_bytes(signature[4:4 + size], "big"), int.from_bytes(signature[6 + size:], "big")
    body = b"".join(bytes([2, n.bit_length() // 8 + 1]) + n.to_bytes(n.bit_length() // 8 + 1, "big") for n in (r, s))
    on_curve = max(q) < P and (q[1] ** 2 - q[0] ** 3 - A * q[0] - B) % P == 0
    need(signature == bytes([48, len(body)]) + body and on_curve and 0 < r < N and 0 < s < N and (r + s) % N, "签名不符")
    z = b"\x00\x80" + b"1234567812345678" + b"".join(n.to_bytes(32, "big") for n in (A, B) + G + q)
    e = int.from_bytes(HASHES["SM3"](HASHES["SM3"](z) + message), "big")
    point = sm2_add(times(s, G, sm2_add, None), times((r + s) % N, q, sm2_add, None))
    return point is not None and (e + point[0]) % N == r
Q, L = 2 ** 255 - 19, 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, Q) % Q
def ed_add(s, t):
    k = D * s[0] * t[0] * s[1] * t[1]
    return (s[0] * t[1] + t[0] * s[1]) * pow(1 + k, -1, Q) % Q, (s[1] * t[1] + s[0] * t[0]) * pow(1 - k, -1, Q) % Q
def ed_point(data):
    y, odd = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, Q) % Q
    x = pow(square, (Q + 3) // 8, Q)
    x = x if (x * x - square) % Q == 0 else x * pow(2, (Q - 1) // 4, Q) % Q
    return ((x if x & 1 == odd else Q - x), y) if y < Q and (x * x - square) % Q == 0 and (x or not odd) else need(False, "不是曲线上的点")
def ed25519_verifies(key, message, signature):
    s, base = int.from_bytes(signature[32:], "little"), ed_point((4 * pow(5, -1, Q) % Q).to_bytes(32, "little"))
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    right = ed_add(ed_point(signature[:32]), times(h, ed_point(key), ed_add, (0, 1)))
    return len(signature) == 64 and s < L and times(s, base, ed_add, (0, 1)) == right
SIGNATURES = {  # 名称: (公钥 SubjectPublicKeyInfo 的固定开头, 其后的长度, 验证)
    "SM2": (bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d03420004"), 64, sm2_verifies),
    "Ed25519": (bytes.fromhex("302a300506032b6570032100"), 32, ed25519_verifies)}
# ---- 读取与报告
FAULTS, COUNTED, LIMIT = [], collections.Counter(), 64 << 20  # 一行事件或一个小文件最多读这么多字节
NAMES = re.compile(r"FORMAT\.md|verify_ledger\.py|events\.ndjson|manifest\.json|heads/head-[0-9]{12}(-[0-9]+)?\.json"
                   r"|keys/[A-Za-z0-9_][A-Za-z0-9_.-]*\.pub|tables/[^\W_][\w.-]{0,63}/[0-9]{4}\.json")
class Package:
    def __init__(self, path):
        self.zip, self.path = None if os.path.isdir(path) else zipfile.ZipFile(path), path
        self.names = [i.orig_filename for i in self.zip.infolist()] if self.zip else [
            os.path.relpath(os.path.join(at, f), path).replace(os.sep, "/") for at, _, fs in os.walk(path) for f in fs]
    def open(self, name): return self.zip.open(name) if self.zip else open(os.path.join(self.path, *name.split("/")), "rb")
    def read(self, name):
        with self.open(name) as stream: data = stream.read(LIMIT + 1)
        return data if len(data) <= LIMIT else need(False, "文件过大")
def fault(where, what):
    COUNTED["faults"] += 1
    if len(FAULTS) < 1000: FAULTS.append({"where": str(where), "what": str(what)})
def need(true, what):
    if not true: raise ValueError(what)
def unique(pairs): return dict(pairs) if len(dict(pairs)) == len(pairs) else need(False, "JSON 中有重复的键")
@contextlib.contextmanager
def judging(where):
    try: yield
    except Exception as problem: fault(where, problem)
def parsed(data, types=None):
    value = json.loads(data.decode(), object_pairs_hook=unique)
    return value if types is None or type(value) is dict and {k: type(v) for k, v in value.items()} == types else need(False, "字段不合规定")
def micros(text):
    moment = datetime.datetime.fromisoformat(text[:-1])
    need(moment.isoformat(timespec="microseconds") + "Z" == text, "时间不是规定的写法")
    return (moment - datetime.datetime(1970, 1, 1)) // datetime.timedelta(microseconds=1)
def year_of(text): return int(text[:4]) if datetime.date.fromisoformat(text).isoformat() == text else need(False, "日期的写法不合规定")
# ---- 事件：种类、版本和字段写在本程序旁边的 FORMAT.md 里；从不读审计包里的那一份
COLUMNS = "number eventId aggregateType aggregateId sequence organ type revision recordedAt payload metadata hashAlgorithm hash".split()
EVENTS, CODES = {}, {}  # (名称, 版本): (聚合类型, 标识字段, {字段: 类型})；代码表: 代码
def learn(guide):
    with open(guide, encoding="utf-8") as file: blocks = dict(re.findall(r"(?ms)^```(events|codes)\n(.*?)^```$", file.read()))
    CODES.update((name, codes) for name, *codes in map(str.split, blocks["codes"].splitlines()))
    for aggregate, name, revision, *fields in map(str.split, blocks["events"].splitlines()):
        family, own = aggregate.split("/")
        EVENTS[name, int(revision)] = family, own, {own: "id", "organ": "organ", **dict(field.split(":") for field in fields)}
FORMS = {"id": "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "organ": r"[^\W_][\w.-]{0,63}", "decimal": r"[0-9]{1,60}(\.[0-9]{1,60})?",
         "integer": "0|-?[1-9][0-9]{0,8}", "year": "[1-9][0-9]{0,3}", "sealed": "(?s).+", "boolean": "True|False"}
TOLD = "RequestReceived RequestDecided RemedyAccepted RemedyConcluded DocumentIssued DocumentRepealed TallyReported".split()
FACTS = {"request": {"applicantKind": "category", "receivedOn": 0, "decidedOn": 1, "outcome": 2},  # 计数只看这些
         "remedy": {"procedure": "category", "acceptedOn": 0, "concludedOn": 1, "result": 2, "afterReconsideration": "extra"},
         "document": {"category": "category", "issuedOn": 0, "repealedOn": 1}, "tally": {"item": "category", "year": 0, "amount": "extra"}}
CHOICES = {"remedy.instances": ["oneChain", "eachInstance"], "request.reanswer": ["firstAnswer", "latestAnswer"]}  # 第 1 版；前者默认
def well_formed(value, kind):
    return type(value) is {"integer": int, "year": int, "boolean": bool}.get(kind, str) and (kind != "date" or year_of(value)) and (
        value in CODES[kind] if kind in CODES else re.fullmatch(FORMS.get(kind, "(?s).*"), str(value)))
def told(e, case, names, chosen):  # 读一个事件的内容，记下计数要用的事实
    payload, (family, own, fields) = parsed(e["payload"].encode()), EVENTS.get((e["type"], e["revision"]), ("", "", {}))
    need(family == e["aggregateType"] and type(payload) is dict and {f for f in fields if fields[f][-1] != "?"} <= set(payload)
         <= set(fields), "事件类型、版本、聚合类型不认识，或者事件内容缺少、多出字段")
    for name, value in payload.items(): need(well_formed(value, fields[name].rstrip("?")), name + " 的值不合规定")
    need((payload["organ"], (family + ":") * (own == "organ") + payload[own]) == (e["organ"], e["aggregateId"]), "内容与列不一致")
    kind, facts, at = e["type"], payload if e["type"] in TOLD else {}, 0
    if kind in ("OrganEstablished", "OrganRenamed"): names[e["organ"]] = payload["name"]
    if kind == "CountingRuleChosen":
        need(payload["choice"] in CHOICES[payload["rule"]] and payload["ruleVersion"] == 1, "没有这种计数规则")
        chosen[e["organ"]].append((payload["fromYear"], payload["rule"], payload["choice"]))
    if kind == "RequestDecidedAnew": case["stages"].append([None, year_of(payload["redecidedOn"]), payload["newOutcome"]])
    if kind == "RemedyAppealed": case["stages"].append([year_of(payload["appealedOn"]), None, None])
    if kind == "RemedyAppealConcluded": case["stages"][-1][1:] = year_of(payload["endedOn"]), payload["ruling"]
    if kind.endswith("FactCorrected") or (family, payload.get("fact")) == ("remedy", "afterReconsideration"):
        facts = {payload["fact"]: payload.get("corrected", payload.get("value"))}
        if family == "remedy": at = max([0] + [n for n, stage in enumerate(case["stages"]) if n and None not in stage])  # 更正的是最后审结的审级
    for name, place in [item for item in FACTS.get(family, {}).items() if item[0] in facts]:
        target = case["stages"][at if place else 0] if type(place) is int else case
        target[place] = year_of(facts[name]) if name[-2:] == "On" else facts[name]
def check_events(package, before, watched):  # 逐行核对事件；返回末尾的编号、杂凑值和算法，末次登记时间，各聚合的状态，机关的名称和选择，文件的 SHA-256 和长度
    dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    number, at, cases, names, met, algorithms, digest, size, chosen = 0, "", {}, {}, {}, set(), hashlib.sha256(), 0, collections.defaultdict(list)
    with package.open("events.ndjson") as stream:
        for line in iter(lambda: stream.readline(LIMIT), b""):
            size, number, e = size + len(line), number + 1, digest.update(line)
            with judging(f"事件 {number}"):
                e = json.loads(line.decode())
                need(type(e) is dict and list(e) == COLUMNS and (dumps(e) + "\n").encode() == line and all(
                    type(e[c]) is (int if c in ("number", "sequence", "revision") else str) for c in e), "这一行不是规定的写法")
                if e["number"] in watched: met[e["number"]] = [e["hash"], e["recordedAt"], e["hashAlgorithm"]]
                need(e["number"] == number, f"编号不连续：应为 {number}，实为 {e['number']}")
                parts, before = [before, number.to_bytes(8, "big")], bytes.fromhex(e["hash"])
                for name, value in list(e.items())[1:-1]:
                    text = str(micros(value) if name == "recordedAt" else value).encode()
                    parts += (len(text).to_bytes(4, "big"), text)
                need(e["hashAlgorithm"] in HASHES and re.fullmatch(FORMS["id"], e["eventId"]), "杂凑值算法或事件标识不合规定")
                need(HASHES[e["hashAlgorithm"]](b"".join(parts)).hex() == e["hash"], "杂凑值与内容或前一事件不符")
                need(e["recordedAt"] >= at, "登记时间早于前一事件")
                case = cases.setdefault(e["aggregateId"], {"count": 0, "organ": e["organ"], "family": e["aggregateType"], "category": None,
                                                            "extra": None, "stages": [[None, None, None]]})  # 各审级、各次答复：起、止、结果
                need(case["count"] == e["sequence"], f"聚合内的序号应为 {case['count']}，实为 {e['sequence']}")
                at, case["count"], _ = e["recordedAt"], case["count"] + 1, algorithms.add(e["hashAlgorithm"])
                told(e, case, names, chosen)
            number = e["number"] if type(e) is dict and type(e.get("number")) is int else number
    return (number, before.hex(), sorted(algorithms)), at, cases, names, chosen, met, (digest.hexdigest(), size)
SIGNED = "ledger number algorithm hash recordedAt signedAt signatureAlgorithm publicKey".split()  # ---- 存证
HEAD = {**dict.fromkeys(SIGNED + ["keyId", "signature"], str), "number": int, "version": int}
def read_head(data, ledger, trusted):
    h = parsed(data, HEAD)
    need(h["version"] == 1 and h["ledger"] == ledger and h["number"] >= 0, "不是这本台账的存证")
    key, signature = base64.b64decode(h["publicKey"]), base64.b64decode(h["signature"])
    need([base64.b64encode(x).decode() for x in (key, signature)] == [h["publicKey"], h["signature"]], "Base64 不规范")
    prefix, size, verifies = SIGNATURES[h["signatureAlgorithm"]]
    need(key in trusted and h["keyId"] == sha256(key).hex()[:32], "签名的公钥不在可信的公钥之中")
    message = "disclosure-ledger head 1\n" + "".join(f"{h[name]}\n" for name in SIGNED)
    need(key[:-size] == prefix and verifies(key[-size:], message.encode(), signature), "签名不符")
    return h
OPEN, FIRST_YEAR = 10000, 2021  # ---- 年度报表：格式 2021-30，口径第 1 版
def cells(case, opened, closed, result):  # 一个审级、一次答复计入哪些格：(表, 行, 列, 首年, 末年)
    family, done = case["family"], closed is not None and (result is not None or case["family"] == "document")
    end, found = closed if done else OPEN, [("proactive", case["category"], "count", opened, opened)]
    if family == "request":
        rows = [("newReceived", opened, opened), ("carriedIn", opened + 1, end), ("carriedOut", opened, end - 1)]
        rows += [(row, closed, closed) for row in {result, "total"} if done and row in CODES["request.Outcome"] + ["total"]]
        found = [("requests", row, column, a, z) for row, a, z in rows for column in {case["category"], "total"}]
    elif family == "remedy":
        columns = [("pending", opened, end - 1)] + [(result, closed, closed)] * done
        found = [remedy_row(case) + (column, a, z) for name, a, z in columns for column in {name, "total"}]
    elif family == "document":
        found = [("proactive", case["category"] + "s", column, a, z) for column, a, z in [("issued", opened, opened), (
            "inForce", opened, end - 1)] + [("repealed", closed, closed)] * done]
    return [cell for cell in found if cell[3] <= cell[4]]
def remedy_row(case): return ("reconsideration",) * 2 if case["category"] != "litigation" else (
    "litigation", "afterReconsideration" if case["extra"] in (True, "true") else "direct")
def entries(case, last_year):  # 一件计入哪些格，(做法, 格)；做法为 None 的与选择无关
    stages, first, latest = case["stages"], case["stages"][0], case["stages"][-1]
    if case["category"] is None or first[0] is None: return []
    if len(stages) == 1: return [(None, cell) for cell in cells(case, *first)]
    if case["family"] == "request":
        return [(way, cell) for way, (_, z, r) in (("firstAnswer", first), ("latestAnswer", latest)) for cell in cells(case, first[0], z, r)]
    found = [("eachInstance", cell) for stage in stages for cell in cells(case, *stage)]
    for year in range(min(a for a, _, _ in stages), last_year + 1):  # oneChain：看每个年末
        ruled = [r for a, z, r in stages if None not in (z, r) and z == year]
        if any(a <= year < (OPEN if None in (z, r) else z) for a, z, r in stages): ruled = ["pending"]
        found += [("oneChain", remedy_row(case) + (column, year, year)) for column in {*ruled[-1:], "total"} if ruled]
    return found
def rules(choices, year): return {  # 该年度用的做法：最后一次、起用年度不晚于该年度的选择
    rule: ([ways[0]] + [way for since, r, way in choices if r == rule and since <= year])[-1] for rule, ways in CHOICES.items()}
def tables(cases, names, chosen, last_year, number):  # 每个机关从第一个有条目的年度（不早于 2021 年）到导出时的年度的表
    counts, first = collections.defaultdict(collections.Counter), {}
    for case in cases.values():
        for way, (*cell, begin, end) in entries(case, last_year):
            first[case["organ"]] = min(first.get(case["organ"], begin), begin)
            for year in range(max(begin, FIRST_YEAR), min(end, last_year) + 1):
                if way is None or way in rules(chosen[case["organ"]], year).values():
                    counts[case["organ"], year][tuple(cell)] += decimal.Decimal(case["extra"]) if case["family"] == "tally" else 1
    for organ, year in [(o, y) for o, begin in first.items() for y in range(max(begin, FIRST_YEAR), last_year + 1)]:
        n = counts[organ, year]
        def row(table, name, columns): return {column: n[table, name, column] for column in columns}
        tally = {i: n.get(("proactive", i, "count")) for i in CODES["tally.TallyItem"]}
        results, kinds = ["upheld", "corrected", "other", "pending", "total"], CODES["request.ApplicantKind"] + ["total"]
        yield f"tables/{organ}/{year}.json", {
            "organ": {"code": organ, "name": names.get(organ)}, "year": year, "format": "2021-30", "asOf": None,
            "readUpTo": number, "countingRules": {r: {"choice": way, "version": 1} for r, way in rules(chosen[organ], year).items()},
            "proactive": {
                **{r: row("proactive", r, ["issued", "repealed", "inForce"]) for r in ("regulations", "normativeDocuments")},
                **{i: v if v is None else format(v, "f") if i == "fees" else int(v) for i, v in tally.items()}},
            "requests": {"columns": kinds, "rows": {r: list(row("requests", r, kinds).values()) for r in
                                                    ["newReceived", "carriedIn", *CODES["request.Outcome"], "total", "carriedOut"]}},
            "reconsideration": row("reconsideration", "reconsideration", results),
            "litigation": {r: row("litigation", r, results) for r in ("direct", "afterReconsideration")}}
def flat(value, at=()):
    parts = list(value.items() if type(value) is dict else enumerate(value) if type(value) is list else ())
    return {c: v for k, part in parts for c, v in flat(part, at + (k,)).items()} if parts else {at: json.dumps(value)}
MANIFEST = {"version": int, "lastNumber": int, "firstNumber": int, "countingRules": int, "hashAlgorithms": list, "files": list,  # ---- 全部核对
            **dict.fromkeys(["format", "ledger", "genesis", "lastHash", "exportedAt", "programVersion", "form"], str)}
def keys_of(data): return {base64.b64decode(k) for k in re.findall(rb"-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----", data)}
def check(path, pinned, outside):
    package, small, watched = Package(path), {}, collections.defaultdict(list)
    strange = [n for n, copies in collections.Counter(package.names).items() if copies > 1 or not NAMES.fullmatch(n)]
    need(not strange, f"审计包里不应有这些文件，或同名文件不止一个：{strange[:20]}")
    m = parsed(package.read("manifest.json"), MANIFEST)
    listed = {f["path"]: (f["sha256"], f["size"]) for f in m["files"] if set(f) == {"path", "sha256", "size"}}
    odd = set(listed) ^ set(package.names) - {"manifest.json"}
    need(not odd and len(listed) == len(m["files"]), "清单与实际的文件不一致：" + "、".join(sorted(odd)[:20]))
    for name in sorted(set(listed) - {"events.ndjson"}):
        small[name] = package.read(name)
        if (sha256(small[name]).hex(), len(small[name])) != listed[name]: fault(name, "与清单的杂凑值或长度不符")
    trusted = pinned or {k for name, data in small.items() if name.startswith("keys/") for k in keys_of(data)}
    for name, data in [item for item in small.items() if item[0].startswith("heads/")] + outside:
        with judging(name):
            h = read_head(data, m["ledger"], trusted)
            need(name not in small or name.startswith(f"heads/head-{h['number']:012}"), "文件名与编号不符")
            watched[h["number"]].append((name, h))
    heads, signed, genesis = sum(map(len, watched.values())), max(watched, default=0), sha256(b"disclosure-ledger/1/" + m["ledger"].encode())
    (number, digest, algorithms), at, cases, names, chosen, met, file = check_events(package, genesis, watched)
    for name, h in [one for some in watched.values() for one in some]:
        if h["number"] == 0: met[0] = [genesis.hex(), h["recordedAt"], h["algorithm"]]
        if h["number"] not in met: fault(name, f"审计包里没有事件 {h['number']}：台账的末尾缺失")
        elif met[h["number"]] != [h["hash"], h["recordedAt"], h["algorithm"]]: fault(name, "与该编号的事件不符：历史已被改写")
    if file != listed["events.ndjson"]: fault("events.ndjson", "与清单的杂凑值或长度不符")
    year = (datetime.datetime(1970, 1, 1, 8) + datetime.timedelta(microseconds=micros(m["exportedAt"]))).year  # 北京时间
    right = {"format": "disclosure-ledger audit package", "version": 1, "form": "2021-30", "countingRules": 1,
             "genesis": genesis.hex(), "firstNumber": 1, "lastNumber": number, "lastHash": digest, "hashAlgorithms": algorithms}
    for name in [name for name in right if m[name] != right[name]]: fault("manifest.json", f"{name} 应为 {right[name]}")
    if m["exportedAt"] < at: fault("manifest.json", "导出时间早于最后一个事件")
    if pinned and number and not heads: fault("heads", "没有一份存证由所给的公钥签名")
    expected = dict(tables(cases, names, chosen, year, number))
    for name in sorted(set(expected) | {name for name in small if name.startswith("tables/")}):
        with judging(name):
            need(name in expected and name in small, "缺少这个年度的表" if name in expected else "没有这个机关、年度的事件")
            ours, theirs = flat(expected[name]), flat(parsed(small[name]))
            for cell in [c for c in {**ours, **theirs} if ours.get(c) != theirs.get(c)]:
                fault(name, f"{'/'.join(map(str, cell))} 应为 {ours.get(cell)}，表中为 {theirs.get(cell)}")
    return {"events": number, "lastHash": digest, "heads": heads, "signedUpTo": signed, "tables": len(expected)}
def main():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, options in {"package": {"metavar": "审计包.zip或目录"}, "--key": {"metavar": "公钥.pem", "action": "append", "default": []},
                          "--heads": {"metavar": "另行保存的存证目录"}, "--json": {"action": "store_true"}}.items(): cli.add_argument(name, **options)
    args, seen = cli.parse_args(), {}
    try:
        learn(os.path.join(os.path.dirname(os.path.abspath(__file__)), "FORMAT.md"))
        os.path.isdir(args.package) or open(args.package, "rb").close()
        pinned = {key for path in args.key for key in keys_of(open(path, "rb").read())}
        outside = [(n, open(os.path.join(args.heads, n), "rb").read()) for n in sorted(args.heads and os.listdir(args.heads) or []) if n[-5:] == ".json"]
    except (OSError, KeyError, ValueError) as problem:
        return print("无法读取：", problem, file=sys.stderr) or 2
    with judging(args.package): seen = check(args.package, pinned, outside)
    limits = ["清单中的导出时间和程序版本、审计包里的 FORMAT.md 和 verify_ledger.py 不受链和签名保护",
              f"编号大于 {seen.get('signedUpTo', 0)} 的事件没有存证，只有链：其改写若连同杂凑值、清单、报表一起重做，不能发现"]
    if not pinned: limits.append("没有给出 --key：用的是审计包自带的公钥，不能证明由谁签名")
    if not args.heads: limits.append("没有给出 --heads：整个台账连同存证和公钥一起重做，或者退回到旧的副本，不能发现")
    report = {"ok": not FAULTS, "checked": seen, "faultCount": COUNTED["faults"], "faults": FAULTS, "cannotTell": limits}
    summary = "已核对：事件 {events} 条，存证 {heads} 份，报表 {tables} 张；末尾杂凑值 {lastHash}".format(**seen) if seen else "没有核对完"
    print(json.dumps(report, ensure_ascii=False) if args.json else "\n".join([summary, *[f"问题：{one['where']}：{one['what']}" for one in FAULTS], *[
        f"说明：{one}。" for one in limits], f"发现 {COUNTED['faults']} 处问题" if FAULTS else "没有发现问题"]))
    return 1 if FAULTS else 0
if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main())
