# Nabla on the usual Jupyter image, one image for three:
#   docker build -t nabla .
#   docker run --rm -p 8888:8888 nabla                                         students: a notebook server
#   docker run --rm -v "$PWD:/course" nabla nabla grade /course/submitted ...  grading: docs/grade.md
# and a hub starts it as it is: deploy/jupyterhub-values.yaml.
# Tried: the lines that RUN, in a bare Debian 12. Not tried: docker build.
ARG BASE=quay.io/jupyter/base-notebook
FROM ${BASE} AS build
USER root
RUN apt-get -q update \
 && apt-get -q -y --no-install-recommends install openjdk-17-jdk-headless maven
COPY . /src
RUN cd /src && mvn -q -B -ntp -DskipTests package

FROM ${BASE}
USER root
# bubblewrap holds what is graded apart from the grader.
RUN apt-get -q update \
 && apt-get -q -y --no-install-recommends install openjdk-17-jdk-headless bubblewrap \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /src/notebooks/target/nabla.jar /opt/nabla/nabla.jar
RUN java -jar /opt/nabla/nabla.jar install --prefix /usr/local \
 && ln -sf /usr/local/share/jupyter/kernels/nabla/nabla.jar /opt/nabla/nabla.jar
COPY notebooks/released /opt/nabla/worksheets
RUN cp -r /opt/nabla/worksheets "/home/${NB_USER}/" \
 && chown -R "${NB_UID}:${NB_GID}" "/home/${NB_USER}/worksheets"
USER ${NB_UID}
