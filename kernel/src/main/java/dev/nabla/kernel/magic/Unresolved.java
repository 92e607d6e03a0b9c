package dev.nabla.kernel.magic;

import dev.nabla.message.NablaException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelProblem;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;

/** Says in one sentence why Maven has not found a library. */
final class Unresolved {
  private Unresolved() {}

  static NablaException told(
      RepositoryException failure, boolean offline, List<RemoteRepository> repositories) {
    String what = what(failure);
    if (offline) {
      return new NablaException(
          what
              + " is not here, and Maven is offline. Run it once with a network and without"
              + " --offline.");
    }
    Throwable network = network(failure);
    if (network != null) {
      return new NablaException(
          what
              + " cannot be downloaded: "
              + places(repositories)
              + " cannot be reached ("
              + words(network)
              + "). Is there a network?");
    }
    if (find(failure, ArtifactNotFoundException.class) != null) {
      return new NablaException(
          "there is no " + what + " in " + places(repositories) + ". Is it spelled right?");
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new NablaException(what + " cannot be had: " + words(root));
  }

  /** A POM file that Maven does not understand. */
  static NablaException told(Path pom, ModelBuildingException failure) {
    String problems =
        failure.getProblems().stream()
            .map(ModelProblem::getMessage)
            .collect(Collectors.joining("; "));
    return new NablaException(pom + " cannot be read. " + problems.lines().findFirst().orElse(""));
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

  private static Throwable network(Throwable failure) {
    for (Class<? extends Exception> each :
        List.of(
            UnknownHostException.class,
            ConnectException.class,
            NoRouteToHostException.class,
            SocketTimeoutException.class)) {
      Throwable found = find(failure, each);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static String places(List<RemoteRepository> repositories) {
    return repositories.stream()
        .map(each -> each.getId() + " (" + each.getUrl() + ")")
        .collect(Collectors.joining(" and "));
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
