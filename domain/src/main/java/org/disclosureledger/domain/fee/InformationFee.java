package org.disclosureledger.domain.fee;

import java.util.ArrayList;
import java.util.List;

/**
 * The information-processing fee for what exceeds the free number or volume (国办函〔2020〕109号 art. 3 to 5), with the
 * calculation shown. Amounts are whole 元.
 *
 * @param charged what is charged for: items from the eleventh, pages from the thirty-first
 * @param amount sum of the bands, in 元
 */
public record InformationFee(FeeBasis basis, List<Band> charged, long amount) {

    private static final int FREE_ITEMS = 10;
    private static final int ITEMS_AT_FIRST_RATE = 30;
    private static final int ITEMS_PER_STEP = 10;
    private static final int ITEM_STEP = 100;
    private static final int FREE_PAGES = 30;
    private static final int PAGES_AT_FIRST_RATE = 100;
    private static final int PAGES_AT_SECOND_RATE = 200;

    /**
     * Consecutive units at one rate.
     *
     * @param first number of the first unit, from 1
     * @param last number of the last unit
     * @param rate 元 for each unit
     */
    public record Band(int first, int last, int rate) {

        public int units() {
            return last - first + 1;
        }

        /** In 元. */
        public long amount() {
            return (long) units() * rate;
        }
    }

    public InformationFee {
        charged = List.copyOf(charged);
    }

    /**
     * Art. 4: items of one applicant in one calendar month. The first ten are free, the eleventh to the thirtieth cost
     * 100 元 each, and with every further ten items the rate rises by 100 元.
     *
     * @param before items of the same applicant that came earlier in the same month
     * @param items items of this request
     * @throws IllegalArgumentException when a number is negative
     */
    public static InformationFee perItem(int before, int items) {
        return of(FeeBasis.PER_ITEM, before, items);
    }

    /**
     * Art. 5: pages of one request. The first thirty are free, then 10 元 up to the hundredth, 20 元 up to the two
     * hundredth, 40 元 for every further page.
     *
     * @throws IllegalArgumentException when the number is negative
     */
    public static InformationFee perPage(int pages) {
        return of(FeeBasis.PER_PAGE, 0, pages);
    }

    private static InformationFee of(FeeBasis basis, int before, int units) {
        if (before < 0 || units < 0) {
            throw new IllegalArgumentException("negative number of units");
        }
        List<Band> bands = new ArrayList<>();
        int last = Math.addExact(before, units);
        for (int unit = before + 1; unit <= last; ) {
            int end = Math.min(last, endOfBand(basis, unit));
            int rate = rate(basis, unit);
            if (rate > 0) {
                bands.add(new Band(unit, end, rate));
            }
            unit = end + 1;
        }
        return new InformationFee(
                basis, bands, bands.stream().mapToLong(Band::amount).sum());
    }

    private static int rate(FeeBasis basis, int unit) {
        return switch (basis) {
            case PER_ITEM -> {
                if (unit <= FREE_ITEMS) {
                    yield 0;
                }
                yield unit <= ITEMS_AT_FIRST_RATE
                        ? ITEM_STEP
                        : ITEM_STEP * (2 + (unit - ITEMS_AT_FIRST_RATE - 1) / ITEMS_PER_STEP);
            }
            case PER_PAGE -> {
                if (unit <= FREE_PAGES) {
                    yield 0;
                }
                yield unit <= PAGES_AT_FIRST_RATE ? 10 : unit <= PAGES_AT_SECOND_RATE ? 20 : 40;
            }
        };
    }

    private static int endOfBand(FeeBasis basis, int unit) {
        return switch (basis) {
            case PER_ITEM -> {
                if (unit <= FREE_ITEMS) {
                    yield FREE_ITEMS;
                }
                yield unit <= ITEMS_AT_FIRST_RATE
                        ? ITEMS_AT_FIRST_RATE
                        : (unit - 1) / ITEMS_PER_STEP * ITEMS_PER_STEP + ITEMS_PER_STEP;
            }
            case PER_PAGE -> {
                if (unit <= FREE_PAGES) {
                    yield FREE_PAGES;
                }
                yield unit <= PAGES_AT_FIRST_RATE
                        ? PAGES_AT_FIRST_RATE
                        : unit <= PAGES_AT_SECOND_RATE ? PAGES_AT_SECOND_RATE : Integer.MAX_VALUE;
            }
        };
    }

    /** The calculation as a clerk writes it: 第31至68页共38页，每页10元，计380元；合计380元. */
    public String explanation() {
        String unit = basis == FeeBasis.PER_ITEM ? "件" : "页";
        if (charged.isEmpty()) {
            return basis == FeeBasis.PER_ITEM ? "同一申请人当月不超过10件，不收费" : "不超过30页，不收费";
        }
        StringBuilder text = new StringBuilder();
        for (Band band : charged) {
            text.append(
                            band.first() == band.last()
                                    ? "第" + band.first() + unit
                                    : "第" + band.first() + "至" + band.last() + unit)
                    .append("共")
                    .append(band.units())
                    .append(unit)
                    .append("，每")
                    .append(unit)
                    .append(band.rate())
                    .append("元，计")
                    .append(band.amount())
                    .append("元；");
        }
        return text.append("合计").append(amount).append("元").toString();
    }
}
