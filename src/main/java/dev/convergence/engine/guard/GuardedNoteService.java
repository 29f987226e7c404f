package dev.convergence.engine.guard;

import dev.convergence.engine.form.LinkValidator;
import java.io.InputStream;
import java.util.List;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;

/** Comments and attachments of tasks, for those whom the task concerns. Comments are deleted by the engine's own rules. */
class GuardedNoteService extends TaskServiceImpl {

    @Override
    public Comment createComment(String taskId, String instanceId, String message) {
        return written(taskId, instanceId, new AddCommentCmd(taskId, instanceId, message));
    }

    @Override
    public Attachment createAttachment(
            String type, String taskId, String instanceId, String name, String description, InputStream content) {
        return written(
                taskId,
                instanceId,
                new CreateAttachmentCmd(type, taskId, instanceId, name, description, content, null));
    }

    @Override
    public Attachment createAttachment(
            String type, String taskId, String instanceId, String name, String description, String url) {
        return written(taskId, instanceId, context -> {
            LinkValidator.requireLink("url", url);
            return new CreateAttachmentCmd(type, taskId, instanceId, name, description, null, url).execute(context);
        });
    }

    @Override
    public void saveAttachment(Attachment attachment) {
        ofAttachment(attachment.getId(), new SaveAttachmentCmd(attachment));
    }

    @Override
    public void deleteAttachment(String attachmentId) {
        ofAttachment(attachmentId, new DeleteAttachmentCmd(attachmentId));
    }

    @Override
    public void deleteTaskAttachment(String taskId, String attachmentId) {
        written(taskId, null, new DeleteAttachmentCmd(taskId, attachmentId));
    }

    @Override
    public List<Comment> getTaskComments(String taskId) {
        return read(taskId, null, new GetTaskCommentsCmd(taskId));
    }

    @Override
    public Comment getTaskComment(String taskId, String commentId) {
        return read(taskId, null, new GetTaskCommentCmd(taskId, commentId));
    }

    @Override
    public List<Comment> getProcessInstanceComments(String instanceId) {
        return read(null, instanceId, new GetProcessInstanceCommentsCmd(instanceId));
    }

    @Override
    public List<Attachment> getTaskAttachments(String taskId) {
        return read(taskId, null, new GetTaskAttachmentsCmd(taskId));
    }

    @Override
    public Attachment getTaskAttachment(String taskId, String attachmentId) {
        return read(taskId, null, new GetTaskAttachmentCmd(taskId, attachmentId));
    }

    @Override
    public InputStream getTaskAttachmentContent(String taskId, String attachmentId) {
        return read(taskId, null, new GetTaskAttachmentContentCmd(taskId, attachmentId));
    }

    @Override
    public List<Attachment> getProcessInstanceAttachments(String instanceId) {
        return read(null, instanceId, new GetProcessInstanceAttachmentsCmd(instanceId));
    }

    @Override
    public Attachment getAttachment(String attachmentId) {
        return readAttachment(attachmentId, new GetAttachmentCmd(attachmentId));
    }

    @Override
    public InputStream getAttachmentContent(String attachmentId) {
        return readAttachment(attachmentId, new GetAttachmentContentCmd(attachmentId));
    }

    private <T> T written(String taskId, String instanceId, Command<T> writing) {
        return commandExecutor.execute(context -> {
            TaskNotesGuard.requireWork(taskId, instanceId, context);
            return writing.execute(context);
        });
    }

    private void ofAttachment(String attachmentId, Command<?> writing) {
        commandExecutor.execute(context -> {
            TaskNotesGuard.requireWork(attachmentId, context);
            return writing.execute(context);
        });
    }

    private <T> T read(String taskId, String instanceId, Command<T> reading) {
        return commandExecutor.execute(context -> {
            TaskNotesGuard.requireRead(taskId, instanceId, context);
            return reading.execute(context);
        });
    }

    private <T> T readAttachment(String attachmentId, Command<T> reading) {
        return commandExecutor.execute(context -> {
            TaskNotesGuard.requireRead(attachmentId, context);
            return reading.execute(context);
        });
    }
}
