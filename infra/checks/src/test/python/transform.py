"""Transforms SAM templates as CloudFormation does when it deploys them.

Usage: transform.py <template>...
Writes one JSON object: each template's path -> {"source": ..., "deployed": ...}, where "source" has
the short tags (!Ref) in their long form and "deployed" holds the plain CloudFormation resources.
"""

import copy
import json
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")

from samtranslator.translator.transform import transform  # noqa: E402
from samtranslator.yaml_helper import yaml_parse  # noqa: E402


class NoManagedPolicies:
    """Policies by name are not used: the templates spell each one out."""

    def load(self):
        return {}


def packaged(template):
    """Local paths replaced the way `sam package` replaces them; the transform refuses local ones."""
    template = copy.deepcopy(template)
    globals_ = template.get("Globals", {}).get("Function", {})
    if "CodeUri" in globals_:
        globals_["CodeUri"] = "s3://packages/code"
    for resource in template["Resources"].values():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::Serverless::Function" and "CodeUri" in properties:
            properties["CodeUri"] = "s3://packages/code"
        if resource["Type"] == "AWS::Serverless::Application":
            properties["Location"] = "https://s3.amazonaws.com/packages/template"
    return template


def main(paths):
    result = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            source = yaml_parse(file.read())
        deployed = transform(packaged(source), {}, NoManagedPolicies())
        result[path] = {"source": source, "deployed": deployed}
    json.dump(result, sys.stdout, default=str)


main(sys.argv[1:])
