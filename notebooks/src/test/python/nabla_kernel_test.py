"""Jupyter's own suite for kernels (jupyter_kernel_test), with every optional sample."""
import unittest

import jupyter_kernel_test


class NablaTests(jupyter_kernel_test.KernelTests):
    kernel_name = "nabla"
    language_name = "java"
    file_extension = ".jshell"

    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("to the error stream");'
    completion_samples = [
        {"text": "Math.sq", "matches": {"sqrt("}},
        {"text": '"abc".isBl', "matches": {"isBlank()"}},
        {"text": "net().lay", "matches": {"layer("}},
    ]
    complete_code_samples = [
        "1 + 1",
        "int x = 1;",
        "for (int i = 0; i < 3; i++) { System.out.println(i); }",
        "class Point { int x; }\nvar p = new Point();",
        "?String",
        "",
    ]
    incomplete_code_samples = [
        "for (int i = 0; i < 3; i++) {",
        "int f(int n",
        "var net = net()\n    .layer(3, relu",
        '"""\na text block',
        "/* a comment",
    ]
    invalid_code_samples = ["int 1x = 3;", "class 3 { }", "x = ;", 'String s = "open;']
    code_page_something = "?String"
    code_generate_error = 'throw new IllegalStateException("boom");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "1 + 1 + 1", "result": "3"},
        {"code": "matrix(\"1 2; 3 4\")", "mime": "text/html"},
    ]
    code_display_data = [
        {"code": "show(6 * 7)", "mime": "text/plain"},
        {"code": 'show(matrix("1 2; 3 4"))', "mime": "text/html"},
        {"code": 'show(matrix("1 2; 3 4"))', "mime": "text/latex"},
    ]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "6 * 7*"
    code_inspect_sample = "Math.max"
    code_clear_output = "clearOutput();"


if __name__ == "__main__":
    unittest.main()
