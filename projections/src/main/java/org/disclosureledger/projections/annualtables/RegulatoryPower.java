package org.disclosureledger.projections.annualtables;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether an organ can make rules (规章): ministries, provinces and cities divided into districts can (Legislation Law).
 * Where the office did not say so, the name tells it for townships, streets, counties, districts and departments of
 * local governments; a city is left undecided, for a county-level city bears the same name.
 */
public enum RegulatoryPower {
    MAY,
    MAY_NOT,
    UNDECIDED;

    private static final Pattern MINISTRY = Pattern.compile("^(中华人民共和国|国家|国务院|中国).*");
    private static final Pattern BELOW_DISTRICTED_CITY =
            Pattern.compile(".*(乡|镇|街道|街道办事处|县|自治县|区|旗)(人民政府|政府)?$|.*(街道办事处|居民委员会|村民委员会|管理委员会)$");
    private static final Pattern DEPARTMENT = Pattern.compile(".*(局|厅|委员会|办公室|科|所|中心|队|站)$");
    private static final Pattern PROVINCE = Pattern.compile(".*(省|自治区)(人民政府|政府)$|^(北京|天津|上海|重庆)市(人民政府|政府)$");

    public static RegulatoryPower of(@Nullable String organName, @Nullable Boolean stated) {
        if (stated != null) {
            return stated ? MAY : MAY_NOT;
        }
        if (organName == null || MINISTRY.matcher(organName).matches()) {
            return UNDECIDED;
        }
        if (PROVINCE.matcher(organName).matches()) {
            return MAY;
        }
        return BELOW_DISTRICTED_CITY.matcher(organName).matches()
                        || DEPARTMENT.matcher(organName).matches()
                ? MAY_NOT
                : UNDECIDED;
    }
}
