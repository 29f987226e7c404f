package dev.convergence.context;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What one capability adds to the dossier that every form shows. */
public interface DossierSection {

    /** What forms know it by, as in {@code dossier.drafts}. */
    String name();

    /**
     * Values that JSON can hold: text without nulls, lists and maps of it. Tables show text as it stands; what people
     * wrote has to be made literal where a form shows it in a text component.
     *
     * @param execution the execution of the task that is opened
     */
    Object of(DelegateExecution execution, CampaignContext campaign);
}
