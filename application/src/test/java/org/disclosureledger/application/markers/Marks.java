package org.disclosureledger.application.markers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.disclosureledger.application.markers.Marker.Fate;

/** Makes strings that look like what people say of themselves, each of them once. */
final class Marks {

    private static final List<String> SURNAMES = List.of(
            "欧阳 ouyang",
            "司马 sima",
            "上官 shangguan",
            "诸葛 zhuge",
            "皇甫 huangfu",
            "尉迟 yuchi",
            "公孙 gongsun",
            "慕容 murong",
            "令狐 linghu",
            "宇文 yuwen",
            "长孙 zhangsun",
            "司徒 situ",
            "夏侯 xiahou",
            "端木 duanmu",
            "百里 baili",
            "东郭 dongguo",
            "南宫 nangong",
            "呼延 huyan",
            "澹台 tantai",
            "公冶 gongye",
            "宗政 zongzheng",
            "濮阳 puyang",
            "淳于 chunyu",
            "单于 chanyu",
            "太叔 taishu",
            "申屠 shentu",
            "钟离 zhongli",
            "轩辕 xuanyuan",
            "赫连 helian",
            "拓跋 tuoba",
            "闻人 wenren",
            "鲜于 xianyu",
            "司空 sikong",
            "亓官 qiguan");
    private static final List<String> GIVEN = List.of(
            "芷 zhi", "珩 heng", "璟 jing", "曦 xi", "霖 lin", "沅 yuan", "翊 yi", "珺 jun", "瑄 xuan", "漪 yi", "璇 xuan",
            "昀 yun", "骞 qian", "峻 jun", "煜 yu", "祺 qi", "琰 yan", "澍 shu", "婧 jing", "嫣 yan", "筠 yun", "蕴 yun", "钰 yu",
            "锦 jin", "霁 ji", "韬 tao", "颢 hao", "骥 ji", "麒 qi", "黛 dai", "旻 min", "宸 chen", "翎 ling", "弈 yi", "臻 zhen",
            "屹 yi", "彦 yan", "桓 huan", "棠 tang", "湛 zhan");
    private static final int FIRST_IDEOGRAPH = 0x4E00;
    private static final int AFTER_IDEOGRAPHS = 0x9FA6;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Random random;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final List<Marker> all = new ArrayList<>();

    Marks(long seed) {
        this.random = new Random(seed);
    }

    synchronized List<Marker> all() {
        return List.copyOf(all);
    }

    /** Two characters of a surname and two of a given name. */
    synchronized String name(String field, Fate fate) {
        while (true) {
            String[] surname = any(SURNAMES);
            String[] first = any(GIVEN);
            String[] second = any(GIVEN);
            String name = surname[0] + first[0] + second[0];
            String given = first[1] + second[1];
            if (taken.add(surname[1] + given) && taken.add(name)) {
                return add(new Marker(
                        name,
                        field,
                        fate,
                        List.of(
                                surname[1] + given,
                                surname[1] + " " + given,
                                surname[1] + " " + first[1] + " " + second[1],
                                capital(surname[1]) + " " + capital(given),
                                capital(given) + " " + capital(surname[1]),
                                (surname[1] + given).toUpperCase(Locale.ROOT))));
            }
        }
    }

    private String[] any(List<String> from) {
        return from.get(random.nextInt(from.size())).split(" ", -1);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Six ideographs that nobody has written in this order. */
    synchronized String words(String field, Fate fate) {
        while (true) {
            StringBuilder words = new StringBuilder();
            random.ints(6, FIRST_IDEOGRAPH, AFTER_IDEOGRAPHS).forEach(words::appendCodePoint);
            if (taken.add(words.toString())) {
                return add(new Marker(words.toString(), field, fate, List.of()));
            }
        }
    }

    /** The number of an identity card, with its check digit (GB 11643). */
    synchronized String identity(String field, Fate fate) {
        while (true) {
            StringBuilder number = new StringBuilder("410308")
                    .append(String.format(
                            Locale.ROOT,
                            "%04d%02d%02d%03d",
                            1930 + random.nextInt(75),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            random.nextInt(1_000)));
            int sum = 0;
            for (int i = 0; i < number.length(); i++) {
                sum += (number.charAt(i) - '0') * WEIGHTS[i];
            }
            number.append("10X98765432".charAt(sum % 11));
            if (taken.add(number.toString())) {
                return add(new Marker(number.toString(), field, fate, List.of()));
            }
        }
    }

    synchronized String phone(String field, Fate fate) {
        while (true) {
            String phone = "139" + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
            if (taken.add(phone)) {
                return add(new Marker(phone, field, fate, List.of()));
            }
        }
    }

    /** Something that a person might have chosen to keep others out. */
    synchronized String password(String field) {
        while (true) {
            String password = "Pw-" + Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX) + "-x";
            if (taken.add(password)) {
                return add(new Marker(password, field, Fate.NOT_KEPT, List.of()));
            }
        }
    }

    private String add(Marker marker) {
        all.add(marker);
        return marker.text();
    }
}
