package dev.convergence.engine.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * What tasks and starts ask for: the fields of their form, or what the model says where they have none. A form that is
 * bound to its deployment is read once.
 */
public final class AskedFieldResolver {

    private static final String DEPLOYMENT = "deployment";
    private static final int MOST_PLACES = 1000;

    private record Place(String processDefinitionId, String elementId) {}

    private final Cache<Place, List<FormField>> known =
            Caffeine.newBuilder().maximumSize(MOST_PLACES).build();

    public List<FormField> of(TaskEntity task, CommandContext context) {
        Place place = new Place(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        FormDefinition form = task.getTaskDefinition().getFormDefinition();
        return asked(place, form, context, forms -> forms.getDeployedTaskForm(task.getId()));
    }

    public List<FormField> ofStart(ProcessDefinitionEntity process, CommandContext context) {
        Place place = new Place(process.getId(), process.getInitial().getId());
        return asked(
                place, process.getStartFormDefinition(), context, forms -> forms.getDeployedStartForm(process.getId()));
    }

    public static boolean hasForm(FormDefinition form) {
        return form != null && (form.getCamundaFormDefinitionKey() != null || form.getFormKey() != null);
    }

    private interface Opening {
        InputStream open(FormService forms);
    }

    private List<FormField> asked(Place place, FormDefinition form, CommandContext context, Opening opening) {
        Supplier<List<FormField>> reading = () ->
                context.runWithoutAuthorization(() -> hasForm(form) ? read(context, opening) : said(place, context));
        return isLasting(form) ? known.get(place, unknown -> reading.get()) : reading.get();
    }

    private static List<FormField> read(CommandContext context, Opening opening) {
        return FormFieldReader.read(
                opening.open(context.getProcessEngineConfiguration().getFormService()));
    }

    private static List<FormField> said(Place place, CommandContext context) {
        BpmnModelInstance model = context.getProcessEngineConfiguration()
                .getRepositoryService()
                .getBpmnModelInstance(place.processDefinitionId());
        return ModelProperties.accepted(model, place.elementId()).stream()
                .map(FormField::always)
                .toList();
    }

    /** A form that is computed, or the latest of its name, may be another one the next time. */
    private static boolean isLasting(FormDefinition form) {
        return !hasForm(form)
                || Optional.ofNullable(form.getCamundaFormDefinitionKey())
                        .map(key -> key.isLiteralText() && DEPLOYMENT.equals(form.getCamundaFormDefinitionBinding()))
                        .orElseGet(() -> isLiteral(form.getFormKey()));
    }

    private static boolean isLiteral(Expression formKey) {
        return formKey.isLiteralText();
    }
}
