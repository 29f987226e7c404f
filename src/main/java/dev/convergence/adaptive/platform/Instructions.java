package dev.convergence.adaptive.platform;

import java.util.function.BooleanSupplier;

/** What platforms are told, and by which name. */
final class Instructions {

    static final String OPEN = "open";
    static final String MOVE_BUDGET = "moveBudget";
    static final String ROTATE_CREATIVE = "rotateCreative";
    static final String PUBLISH_VARIANTS = "publishVariants";
    static final String REFINE_TARGETING = "refineTargeting";
    static final String TAKE_BACK = "takeBack";

    private Instructions() {}

    static AdPlatform ads(PlatformLane platform) {
        return new AdPlatform() {
            @Override
            public Handover open(Opening opening) {
                return platform.take(OPEN, opening.id(), opening, () -> true);
            }

            @Override
            public Handover move(BudgetMove move, BooleanSupplier wanted) {
                return platform.take(MOVE_BUDGET, move.id(), move, wanted);
            }
        };
    }

    static ContentPlatform content(PlatformLane platform) {
        return new ContentPlatform() {
            @Override
            public Handover rotate(Rotation rotation, BooleanSupplier wanted) {
                return platform.take(ROTATE_CREATIVE, rotation.id(), rotation, wanted);
            }

            @Override
            public Handover publish(Publication publication, BooleanSupplier wanted) {
                return platform.take(PUBLISH_VARIANTS, publication.id(), publication, wanted);
            }

            @Override
            public Handover takeBack(TakingBack takingBack, BooleanSupplier wanted) {
                return platform.take(TAKE_BACK, takingBack.id(), takingBack, wanted);
            }
        };
    }

    static Crm crm(PlatformLane platform) {
        return new Crm() {
            @Override
            public Handover refine(Refinement refinement, BooleanSupplier wanted) {
                return platform.take(REFINE_TARGETING, refinement.id(), refinement, wanted);
            }

            @Override
            public Handover takeBack(TakingBack takingBack, BooleanSupplier wanted) {
                return platform.take(TAKE_BACK, takingBack.id(), takingBack, wanted);
            }
        };
    }
}
