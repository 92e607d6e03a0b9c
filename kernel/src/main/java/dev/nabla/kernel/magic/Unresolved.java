package dev.nabla.kernel.magic;

import dev.nabla.message.NablaException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.apache.http.client.HttpResponseException;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelProblem;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.NoRepositoryConnectorException;
import org.eclipse.aether.version.InvalidVersionSpecificationException;

/** Says in one sentence why Maven has not found a library. */
final class Unresolved {
  private Unresolved() {}

  /**
   * @param versions those of the library that there are, where this one is not; may be empty
   */
  static NablaException told(
      RepositoryException failure,
      boolean offline,
      List<RemoteRepository> repositories,
      List<String> versions) {
    String what = what(failure);
    if (offline) {
      return new NablaException(
          what
              + " is not here, and Maven is offline. Run it once with a network and without"
              + " --offline.");
    }
    String network = network(failure);
    if (network != null) {
      ArtifactTransferException transfer = find(failure, ArtifactTransferException.class);
      boolean known = transfer != null && transfer.getRepository() != null;
      return new NablaException(
          what
              + " cannot be downloaded: "
              + places(known ? List.of(transfer.getRepository()) : repositories)
              + " "
              + network);
    }
    if (find(failure, ArtifactNotFoundException.class) != null
        || find(failure, MetadataNotFoundException.class) != null) {
      String advice =
          versions.isEmpty()
              ? ". Is it spelled right?"
              : ". There is " + String.join(", ", versions) + ".";
      return new NablaException("there is no " + what + " in " + places(repositories) + advice);
    }
    VersionRangeResolutionException range = find(failure, VersionRangeResolutionException.class);
    if (range != null) {
      Artifact artifact = range.getResult().getRequest().getArtifact();
      return new NablaException(
          find(failure, InvalidVersionSpecificationException.class) != null
              ? artifact.getVersion() + " is no version. Write one, such as 1.0 or [1.0,2.0)."
              : "no version of "
                  + artifact.getGroupId()
                  + ":"
                  + artifact.getArtifactId()
                  + " in "
                  + places(repositories)
                  + " is in "
                  + artifact.getVersion()
                  + ". Is it spelled right?");
    }
    NoRepositoryConnectorException nonsense = find(failure, NoRepositoryConnectorException.class);
    if (nonsense != null) {
      return new NablaException(
          places(List.of(nonsense.getRepository()))
              + " is no address of a repository. Addresses begin with https:, http: or file:.");
    }
    return new NablaException(what + " cannot be had: " + words(root(failure)));
  }

  /** What was found in none of the repositories, or null. */
  static Artifact missing(RepositoryException failure) {
    ArtifactNotFoundException missing = find(failure, ArtifactNotFoundException.class);
    return missing == null ? null : missing.getArtifact();
  }

  /** A POM file that Maven does not understand. */
  static NablaException told(Path pom, ModelBuildingException failure) {
    String problems =
        failure.getProblems().stream()
            .map(ModelProblem::getMessage)
            .collect(Collectors.joining("; "));
    return new NablaException(pom + " cannot be read. " + problems.lines().findFirst().orElse(""));
  }

  /** Settings with which Maven cannot begin. */
  static NablaException told(RuntimeException failure) {
    SettingsBuildingException settings = find(failure, SettingsBuildingException.class);
    return new NablaException(
        "your Maven settings cannot be used. "
            + (settings == null
                ? words(root(failure))
                : settings.getProblems().get(0).getMessage().lines().findFirst().orElse("")));
  }

  private static String what(RepositoryException failure) {
    ArtifactTransferException transfer = find(failure, ArtifactTransferException.class);
    ArtifactResolutionException resolution = find(failure, ArtifactResolutionException.class);
    ArtifactDescriptorException descriptor = find(failure, ArtifactDescriptorException.class);
    Artifact artifact = null;
    if (transfer != null) {
      artifact = transfer.getArtifact();
    } else if (resolution != null && resolution.getResult() != null) {
      artifact = resolution.getResult().getRequest().getArtifact();
    } else if (descriptor != null && descriptor.getResult() != null) {
      artifact = descriptor.getResult().getRequest().getArtifact();
    }
    return artifact == null
        ? "it"
        : artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion();
  }

  /** What a repository does instead of giving what it has, and what may help; or null. */
  private static String network(Throwable failure) {
    HttpResponseException answer = find(failure, HttpResponseException.class);
    if (answer != null) {
      int status = answer.getStatusCode();
      return status == 401 || status == 403 || status == 407
          ? "lets in only who may (status " + status + "). Passwords stand in Maven's settings.xml."
          : "answers with an error (status " + status + "). Try again later.";
    }
    IOException problem = find(failure, IOException.class);
    if (problem == null || problem instanceof FileSystemException) {
      return null;
    }
    if (find(failure, UnknownHostException.class) != null) {
      return "cannot be found. Is there a network?";
    }
    if (find(failure, SocketTimeoutException.class) != null) {
      return "does not answer. Is there a network?";
    }
    if (find(failure, SSLException.class) != null) {
      return "cannot be trusted (" + root(failure).getMessage() + ").";
    }
    return find(failure, ConnectException.class) != null
        ? "cannot be reached (" + root(failure).getMessage() + "). Is there a network?"
        : "has broken off (" + words(problem) + "). Try again.";
  }

  private static String places(List<RemoteRepository> repositories) {
    return repositories.stream()
        .map(each -> each.getId() + " (" + each.getUrl() + ")")
        .collect(Collectors.joining(" and "));
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String words(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    return thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
  }

  private static <T> T find(Throwable failure, Class<T> kind) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (kind.isInstance(each)) {
        return kind.cast(each);
      }
    }
    return null;
  }
}
