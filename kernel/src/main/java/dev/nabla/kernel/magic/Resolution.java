package dev.nabla.kernel.magic;

import dev.nabla.message.NablaException;
import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.ContextOverrides.AddRepositoriesOp;
import eu.maveniverse.maven.mima.extensions.mmr.MavenModelReader;
import eu.maveniverse.maven.mima.extensions.mmr.ModelRequest;
import eu.maveniverse.maven.mima.extensions.mmr.ModelResponse;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.building.ModelBuildingException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/** Asks Maven's resolver for libraries. Nothing else knows it, and it loads when first needed. */
final class Resolution {

  /**
   * What is asked for.
   *
   * @param repository a URL to look at before those of the settings, or null
   * @param offline whether nothing may be downloaded
   */
  record Wanted(List<String> coordinates, List<Path> poms, String repository, boolean offline) {}

  /**
   * A jar that was found.
   *
   * @param name {@code group:artifact}, and a classifier if it has one
   */
  record Library(String name, String version, Path jar) {}

  private Resolution() {}

  /**
   * All jars that are needed to run what is asked for, downloaded where they are not here yet.
   *
   * @throws NablaException if something cannot be had, which the message tells
   */
  static List<Library> resolve(Wanted wanted, Downloads downloads) {
    ContextOverrides.Builder settings =
        ContextOverrides.create().withUserSettings(true).transferListener(downloads);
    if (wanted.offline()) {
      settings.offline(true);
    }
    if (wanted.repository() != null) {
      RemoteRepository extra =
          new RemoteRepository.Builder("repo", "default", wanted.repository()).build();
      settings.repositories(List.of(extra)).addRepositoriesOp(AddRepositoriesOp.PREPEND);
    }
    try (Context context = new StandaloneStaticRuntime().create(settings.build())) {
      // An earlier failure must not hide that the library is there by now.
      DefaultRepositorySystemSession session =
          new DefaultRepositorySystemSession(context.repositorySystemSession());
      session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
      try {
        DependencyRequest request =
            new DependencyRequest(
                collect(wanted, context),
                DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
        return libraries(
            context.repositorySystem().resolveDependencies(session, request).getArtifactResults());
      } catch (RepositoryException e) {
        throw Unresolved.told(e, session.isOffline(), context.remoteRepositories());
      }
    }
  }

  private static CollectRequest collect(Wanted wanted, Context context) throws RepositoryException {
    CollectRequest collect = new CollectRequest();
    collect.setRepositories(new ArrayList<>(context.remoteRepositories()));
    for (String each : wanted.coordinates()) {
      collect.addDependency(new Dependency(new DefaultArtifact(each), JavaScopes.RUNTIME));
    }
    for (Path each : wanted.poms()) {
      ArtifactDescriptorResult read = read(each, context);
      read.getDependencies().forEach(collect::addDependency);
      read.getManagedDependencies().forEach(collect::addManagedDependency);
      read.getRepositories().forEach(collect::addRepository);
    }
    return collect;
  }

  private static ArtifactDescriptorResult read(Path pom, Context context)
      throws RepositoryException {
    try {
      ModelResponse model =
          new MavenModelReader(context).readModel(ModelRequest.builder().setPomFile(pom).build());
      return model.toArtifactDescriptorResult(model.getEffectiveModel());
    } catch (RepositoryException e) {
      if (e.getCause() instanceof ModelBuildingException problem) {
        throw Unresolved.told(pom, problem);
      }
      throw e;
    }
  }

  private static List<Library> libraries(List<ArtifactResult> results) {
    Map<String, Library> libraries = new LinkedHashMap<>();
    for (ArtifactResult each : results) {
      Artifact artifact = each.getArtifact();
      if (artifact.getExtension().equals("jar")) {
        String kind = artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier();
        String name = artifact.getGroupId() + ":" + artifact.getArtifactId() + kind;
        libraries.putIfAbsent(
            name, new Library(name, artifact.getVersion(), artifact.getFile().toPath()));
      }
    }
    return List.copyOf(libraries.values());
  }
}
