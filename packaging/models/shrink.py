"""Makes the recogniser's model smaller: its large weights become 8-bit numbers.

Layers that bear it are reckoned in 8 bits as well, which halves the memory. The others are
widened again when the model is loaded: they lose too much when their input is rounded.

Usage: shrink.py IN OUT
"""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# Smaller weights are left alone: they cost little and matter much.
LEAST = 2048

# Stored weights use the whole range. Reckoned ones use half: processors without VNNI add two
# products in 16 bits, which a larger weight would overflow.
STORED_MOST = 127
RECKONED_MOST = 63


class Shrinker:
    """One model on its way."""

    def __init__(self, model):
        self.graph = model.graph
        self.weights = {t.name: t for t in self.graph.initializer}
        self.rounded = {}
        self.replaced = set()
        self.nodes = []

    def run(self):
        self.drop_other_names()
        for node in self.graph.node:
            weight = self.weight_of(node)
            if weight is None:
                self.nodes.append(node)
            elif self.bears_rounding(node, weight):
                self.reckon(node, weight)
            else:
                self.store(node, weight)
        used = {name for node in self.nodes for name in node.input}
        self.put(self.graph.node, self.nodes)
        self.put(self.graph.initializer, [t for t in self.graph.initializer if t.name in used])

    def drop_other_names(self):
        """The exporter hands many values on under other names, which hides whose they are."""
        first = {}
        nodes = []
        outputs = {o.name for o in self.graph.output}
        for node in self.graph.node:
            for at, name in enumerate(node.input):
                node.input[at] = first.get(name, name)
            if node.op_type == "Identity" and node.output[0] not in outputs:
                first[node.output[0]] = node.input[0]
            else:
                nodes.append(node)
        self.put(self.graph.node, nodes)

    @staticmethod
    def put(field, values):
        values = list(values)
        del field[:]
        field.extend(values)

    def weight_of(self, node):
        """The name of the large weight this node multiplies with, if it has one."""
        if node.op_type not in ("Conv", "MatMul"):
            return None
        name = node.input[1]
        if name not in self.weights or np.prod(self.weights[name].dims) < LEAST:
            return None
        return name

    def bears_rounding(self, node, name):
        """Layers that widen, and all products of matrices. Found by trying."""
        dims = self.weights[name].dims
        widens = len(dims) == 4 and dims[0] > dims[1] and dims[2] == 1 and dims[3] == 1
        alone = all(a.i == 1 for a in node.attribute if a.name == "group")
        return node.op_type == "MatMul" or (widens and alone and dims[1] >= 32)

    def shrink(self, name, axis, most):
        """Adds the weight as whole numbers, and gives its name and the scale of each channel."""
        weight = numpy_helper.to_array(self.weights[name])
        others = tuple(i for i in range(weight.ndim) if i != axis)
        scale = np.abs(weight).max(axis=others, keepdims=True) / most
        scale[scale == 0] = 1
        whole = np.rint(weight / scale).clip(-most, most).astype(np.int8)
        self.replaced.add(name)
        return self.add(name + "_8", whole), scale.astype(np.float32)

    def add(self, name, array):
        self.graph.initializer.append(numpy_helper.from_array(array, name))
        return name

    def make(self, kind, inputs, outputs, **more):
        self.nodes.append(helper.make_node(kind, inputs, outputs, **more))

    def store(self, node, name):
        """Stored in 8 bits, reckoned in full."""
        if name not in self.replaced:
            whole, scale = self.shrink(name, 0 if node.op_type == "Conv" else 1, STORED_MOST)
            self.make("Cast", [whole], [name + "_real"], to=TensorProto.FLOAT)
            self.make("Mul", [name + "_real", self.add(name + "_scale", scale)], [name + "_wide"])
        node.input[1] = name + "_wide"
        self.nodes.append(node)

    def reckon(self, node, name):
        """Stored and reckoned in 8 bits; the sums are scaled afterwards."""
        conv = node.op_type == "Conv"
        whole, scale = self.shrink(name, 0 if conv else 1, RECKONED_MOST)
        scale = self.add(name + "_scale", scale.reshape((1, -1, 1, 1) if conv else (-1,)))
        source, out = node.input[0], node.output[0]
        if source not in self.rounded:
            self.rounded[source] = [f"{source}_{part}" for part in ("8", "step", "zero")]
            self.make("DynamicQuantizeLinear", [source], self.rounded[source])
        rounded, step, zero = self.rounded[source]
        self.make(node.op_type + "Integer", [rounded, whole, zero], [out + "_sum"])
        self.nodes[-1].attribute.extend(node.attribute)
        self.make("Cast", [out + "_sum"], [out + "_real"], to=TensorProto.FLOAT)
        self.make("Mul", [step, scale], [out + "_steps"])
        has_bias = len(node.input) > 2
        scaled = out + "_scaled" if has_bias else out
        self.make("Mul", [out + "_real", out + "_steps"], [scaled])
        if has_bias:
            bias = numpy_helper.to_array(self.weights[node.input[2]])
            bias = self.add(out + "_bias", bias.reshape(1, -1, 1, 1))
            self.make("Add", [scaled, bias], [out])


def main(source, target):
    model = onnx.load(source)
    shrinker = Shrinker(model)
    shrinker.run()
    onnx.checker.check_model(model)
    onnx.save(model, target)
    print(f"{target}: {len(shrinker.replaced)} weights of 8 bits")


if __name__ == "__main__":
    main(*sys.argv[1:])
