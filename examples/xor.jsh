// Trains a net on XOR: four examples that no straight line separates.
//
//   nabla run examples/xor.jsh --html report
//   jshell --class-path nabla.jar --feedback silent examples/xor.jsh < /dev/null

import static dev.nabla.Nabla.*;

var xor = data("xor");
var net = net().layer(3, tanh).layer(1, sigmoid).loss(logLoss.mean()).random(7);

// One hidden layer is enough, and so are a few seconds.
var run = net.train(xor.X(), xor.Y()).rate(1).epochs(1000);
show(run);

// What it has learned: one column for each example, beside what it should say.
var learned = run.net().forward(xor.X()).output();
show(round(learned, 2), xor.Y());

// Without the hidden layer it cannot be learned: the best there is says 1/2 to everything.
var straight = net().layer(1, sigmoid).loss(logLoss.mean()).optimum(xor.X(), xor.Y());
show(round(straight.forward(xor.X()).output(), 2));
