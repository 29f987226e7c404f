package dev.convergence.adaptive.platform;

/** What platforms are told, and by which name. */
final class Instructions {

    static final String OPEN = "open";
    static final String MOVE_BUDGET = "moveBudget";
    static final String ROTATE_CREATIVE = "rotateCreative";
    static final String PUBLISH_VARIANTS = "publishVariants";
    static final String REFINE_TARGETING = "refineTargeting";
    static final String TAKE_BACK = "takeBack";

    private Instructions() {}

    static AdPlatform ads(Platform platform) {
        return new AdPlatform() {
            @Override
            public void open(Opening opening) {
                platform.take(OPEN, opening.id(), opening);
            }

            @Override
            public void move(BudgetMove move) {
                platform.take(MOVE_BUDGET, move.id(), move);
            }
        };
    }

    static ContentPlatform content(Platform platform) {
        return new ContentPlatform() {
            @Override
            public void rotate(Rotation rotation) {
                platform.take(ROTATE_CREATIVE, rotation.id(), rotation);
            }

            @Override
            public void publish(Publication publication) {
                platform.take(PUBLISH_VARIANTS, publication.id(), publication);
            }

            @Override
            public void takeBack(TakingBack takingBack) {
                platform.take(TAKE_BACK, takingBack.id(), takingBack);
            }
        };
    }

    static Crm crm(Platform platform) {
        return new Crm() {
            @Override
            public void refine(Refinement refinement) {
                platform.take(REFINE_TARGETING, refinement.id(), refinement);
            }

            @Override
            public void takeBack(TakingBack takingBack) {
                platform.take(TAKE_BACK, takingBack.id(), takingBack);
            }
        };
    }
}
