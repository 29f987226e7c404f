package dev.convergence.adaptive.platform;

import java.util.function.BooleanSupplier;

/** What platforms are told, and by which name. */
final class PlatformAdapter {

    static final String OPEN = "open";
    static final String MOVE_BUDGET = "moveBudget";
    static final String ROTATE_CREATIVE = "rotateCreative";
    static final String PUBLISH_VARIANTS = "publishVariants";
    static final String REFINE_TARGETING = "refineTargeting";
    static final String TAKE_BACK = "takeBack";

    private PlatformAdapter() {}

    static AdPlatform ads(PlatformBulkhead platform) {
        return new AdPlatform() {
            @Override
            public DispatchResult open(Opening opening) {
                return platform.take(OPEN, opening.id(), opening, () -> true);
            }

            @Override
            public DispatchResult move(BudgetMove move, BooleanSupplier wanted) {
                return platform.take(MOVE_BUDGET, move.id(), move, wanted);
            }
        };
    }

    static ContentPlatform content(PlatformBulkhead platform) {
        return new ContentPlatform() {
            @Override
            public DispatchResult rotate(Rotation rotation, BooleanSupplier wanted) {
                return platform.take(ROTATE_CREATIVE, rotation.id(), rotation, wanted);
            }

            @Override
            public DispatchResult publish(Publication publication, BooleanSupplier wanted) {
                return platform.take(PUBLISH_VARIANTS, publication.id(), publication, wanted);
            }

            @Override
            public DispatchResult takeBack(ReversalInstruction reversalInstruction, BooleanSupplier wanted) {
                return platform.take(TAKE_BACK, reversalInstruction.id(), reversalInstruction, wanted);
            }
        };
    }

    static CrmPlatform crm(PlatformBulkhead platform) {
        return new CrmPlatform() {
            @Override
            public DispatchResult refine(Refinement refinement, BooleanSupplier wanted) {
                return platform.take(REFINE_TARGETING, refinement.id(), refinement, wanted);
            }

            @Override
            public DispatchResult takeBack(ReversalInstruction reversalInstruction, BooleanSupplier wanted) {
                return platform.take(TAKE_BACK, reversalInstruction.id(), reversalInstruction, wanted);
            }
        };
    }
}
