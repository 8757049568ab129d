package org.disclosureledger.application.rebuild;

import org.disclosureledger.application.api.Problem;
import org.springframework.http.HttpStatus;

/** What became of the wish to begin a rebuild, or to go on with one. */
public enum Begun {
    BEGUN,
    /** Another one is running, here or on another node. */
    BUSY,
    /** What is to be taken over is not there any more. */
    GONE,
    /** It is in no state to do that. */
    UNSUITABLE;

    /** @throws Problem when nothing was begun */
    public void orProblem() {
        switch (this) {
            case BEGUN -> {}
            case BUSY -> throw conflict("rebuild-running", "正在重建", "已经有一次重建正在进行，请等它结束，或者先中断它");
            case GONE -> throw conflict("rebuild-gone", "重建的结果已经不在", "后来又有别的重建，这一次重建出来的表已经不在了；请重新重建");
            case UNSUITABLE ->
                throw conflict(
                        "rebuild-state", "现在不能这样做", "只有中断或者没能完成的重建可以继续，只有已经结束、没有换上并且不限年度的重建可以换上，" + "只有正在进行的重建可以中断");
        }
    }

    private static Problem conflict(String type, String title, String sentence) {
        return new Problem(HttpStatus.CONFLICT, type, title, sentence);
    }
}
