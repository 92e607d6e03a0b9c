/**
 * Errors that people can act on: what is wrong, where, and the next step, in the words of a
 * student.
 *
 * <p>Three doors, all pure functions: {@link dev.nabla.kernel.shell.advice.CompileAdvice} for a
 * cell that does not compile, {@link dev.nabla.kernel.shell.advice.RuntimeAdvice} for what a cell
 * threw, {@link dev.nabla.kernel.shell.advice.Warnings} for a cell that compiles and is certainly
 * not meant so. {@link dev.nabla.kernel.shell.advice.Caret} shows the place of a message.
 *
 * <h2>A new slip in five minutes</h2>
 *
 * <ol>
 *   <li>Add the cell to {@code slips.txt} in the test resources, below a line {@code ## name of the
 *       slip}, with {@code --} between cells. Run {@code CompileAdviceTest}: it fails and shows
 *       what is said today.
 *   <li>Add one {@code new Slip("name of the slip", scene -> ...)} to the file of its kind: {@code
 *       QuoteSlips}, {@code OtherLanguageSlips}, {@code PythonSlips}, {@code BracketSlips}, {@code
 *       NumberSlips}, {@code BlockSlips}, {@code DeclarationSlips}, {@code StatementSlips} for what
 *       cannot be read as Java; {@code TaughtNameSlips}, {@code LanguageNameSlips}, {@code
 *       NameSlips}, {@code MemberSlips} for names; {@code VariableSlips}, {@code ClassSlips},
 *       {@code FlowSlips}, {@code CallSlips}, {@code TypeSlips}, {@code OperatorSlips} for the
 *       rest. The rule looks at the scene, that is at javac's code ({@code scene.is}), its words
 *       ({@code scene.read}) and the tokens around ({@code scene.at}, {@code scene.before}), and
 *       gives {@code scene.here(words)} or {@code scene.on(token, words)}, or null if this is
 *       something else.
 *   <li>Put the expected text behind {@code >} in {@code slips.txt}, with the two lines of the
 *       caret, and run the test on the oldest and the newest JDK: javac's codes differ between
 *       them.
 * </ol>
 *
 * <p>The first slip that recognises itself speaks, so a rule that says more goes before one that
 * says less. A slip that shows at run time is a {@code CrashSlip} with an example in {@code
 * crashes.txt}; a warning is a rule of {@code Warnings} with an example in {@code warnings.txt},
 * and {@code valid.txt} holds the cells it must be silent about.
 *
 * <p>Words: begin with the thing, in the student's spelling; say what is, then the fix as code that
 * can be copied. No word of the compiler, no blame, one cause.
 */
package dev.nabla.kernel.shell.advice;
