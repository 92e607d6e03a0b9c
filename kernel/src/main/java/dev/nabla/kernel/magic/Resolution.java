package dev.nabla.kernel.magic;

import dev.nabla.message.NablaException;
import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.ContextOverrides.AddRepositoriesOp;
import eu.maveniverse.maven.mima.extensions.mmr.MavenModelReader;
import eu.maveniverse.maven.mima.extensions.mmr.ModelRequest;
import eu.maveniverse.maven.mima.extensions.mmr.ModelResponse;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.maven.model.building.ModelBuildingException;
import org.eclipse.aether.ConfigurationProperties;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;
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

  /** How long to wait for a repository, unless the user's settings say it: milliseconds. */
  private static final Map<String, Object> PATIENCE =
      Map.of(
          ConfigurationProperties.CONNECT_TIMEOUT,
          5_000,
          ConfigurationProperties.REQUEST_TIMEOUT,
          15_000,
          ConfigurationProperties.HTTP_RETRY_HANDLER_COUNT,
          1);

  /** How many of the versions that there are are told. */
  private static final int VERSIONS = 3;

  private Resolution() {}

  /**
   * All jars that are needed to run what is asked for, downloaded where they are not here yet.
   *
   * @throws NablaException if something cannot be had, which the message tells
   */
  static List<Library> resolve(Wanted wanted, Downloads downloads) {
    ContextOverrides.Builder settings =
        ContextOverrides.create()
            .withUserSettings(true)
            // Unsaid, it stays what it was in the first call.
            .withMavenUserHomeOverride(Path.of(System.getProperty("user.home"), ".m2"))
            .transferListener(downloads);
    if (wanted.offline()) {
      settings.offline(true);
    }
    if (wanted.repository() != null) {
      RemoteRepository extra =
          new RemoteRepository.Builder("repo", "default", wanted.repository()).build();
      settings.repositories(List.of(extra)).addRepositoriesOp(AddRepositoriesOp.PREPEND);
    }
    try (Context context = create(settings.build())) {
      RepositorySystemSession session = session(context);
      try {
        DependencyRequest request =
            new DependencyRequest(
                collect(wanted, context, session),
                DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
        return libraries(
            context.repositorySystem().resolveDependencies(session, request).getArtifactResults());
      } catch (RepositoryException e) {
        throw told(e, context, session);
      }
    }
  }

  private static NablaException told(
      RepositoryException failure, Context context, RepositorySystemSession session) {
    boolean offline = session.isOffline();
    List<String> versions = offline ? List.of() : versions(failure, context, session);
    return Unresolved.told(failure, offline, context.remoteRepositories(), versions);
  }

  private static Context create(ContextOverrides settings) {
    try {
      return new StandaloneStaticRuntime().create(settings);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw Unresolved.told(e);
    }
  }

  private static RepositorySystemSession session(Context context) {
    DefaultRepositorySystemSession session =
        new DefaultRepositorySystemSession(context.repositorySystemSession());
    // An earlier failure must not hide that the library is there by now.
    session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
    Map<String, Object> properties = new LinkedHashMap<>(PATIENCE);
    properties.putAll(session.getConfigProperties());
    session.setConfigProperties(properties);
    return session;
  }

  /** The newest versions of an artifact that is not there in the one that was asked for. */
  private static List<String> versions(
      RepositoryException failure, Context context, RepositorySystemSession session) {
    Artifact missing = Unresolved.missing(failure);
    if (missing == null) {
      return List.of();
    }
    try {
      VersionRangeRequest any =
          new VersionRangeRequest(
              missing.setVersion("[0,)"), context.remoteRepositories(), JavaScopes.RUNTIME);
      List<String> all =
          context.repositorySystem().resolveVersionRange(session, any).getVersions().stream()
              .map(Object::toString)
              .toList();
      return all.subList(Math.max(0, all.size() - VERSIONS), all.size());
    } catch (RepositoryException e) {
      return List.of();
    }
  }

  private static CollectRequest collect(
      Wanted wanted, Context context, RepositorySystemSession session) {
    CollectRequest collect = new CollectRequest();
    collect.setRepositories(new ArrayList<>(context.remoteRepositories()));
    for (String each : wanted.coordinates()) {
      collect.addDependency(new Dependency(new DefaultArtifact(each), JavaScopes.RUNTIME));
    }
    for (Path each : wanted.poms()) {
      ArtifactDescriptorResult read = read(each, context, session);
      read.getDependencies().forEach(collect::addDependency);
      read.getManagedDependencies().forEach(collect::addManagedDependency);
      read.getRepositories().forEach(collect::addRepository);
    }
    return collect;
  }

  private static ArtifactDescriptorResult read(
      Path pom, Context context, RepositorySystemSession session) {
    try {
      ModelResponse model =
          new MavenModelReader(context).readModel(ModelRequest.builder().setPomFile(pom).build());
      return model.toArtifactDescriptorResult(model.getEffectiveModel());
    } catch (RepositoryException e) {
      if (e.getCause() instanceof ModelBuildingException problem) {
        throw Unresolved.told(pom, problem);
      }
      throw new NablaException(pom + ": " + told(e, context, session).getMessage());
    }
  }

  private static List<Library> libraries(List<ArtifactResult> results) {
    Map<String, Library> libraries = new LinkedHashMap<>();
    for (ArtifactResult each : results) {
      Artifact artifact = each.getArtifact();
      if (artifact.getExtension().equals("jar")) {
        String kind = artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier();
        String name = artifact.getGroupId() + ":" + artifact.getArtifactId() + kind;
        Path jar = artifact.getFile().toPath();
        if (!isJar(jar)) {
          throw new NablaException(
              "what came for "
                  + name
                  + " is no jar; perhaps it is a login page of the network. Delete "
                  + jar
                  + " and try again.");
        }
        libraries.putIfAbsent(name, new Library(name, artifact.getVersion(), jar));
      }
    }
    return List.copyOf(libraries.values());
  }

  private static boolean isJar(Path file) {
    try {
      new ZipFile(file.toFile()).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
