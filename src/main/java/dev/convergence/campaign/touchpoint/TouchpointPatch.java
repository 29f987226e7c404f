package dev.convergence.campaign.touchpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.convergence.campaign.request.CampaignRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * New values for some fields of a touchpoint: those that are left out stay as they are, an empty text empties one.
 *
 * @param reason why; the owner of the touchpoints is told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TouchpointPatch(
        String channel,
        String message,
        String offer,
        String goLive,
        String subject,
        @Valid CampaignRequest.Price price,
        LocalDate validFrom,
        LocalDate validUntil,
        Map<String, String> claims,
        List<String> dependsOn,
        @NotBlank @Size(max = 500) String reason) {}
