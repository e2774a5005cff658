"""The functions, against the program that the wheel brings or LOSSVIZ_PROGRAM names."""

import gc
import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest

import lossviz

QUICK = {"steps": 60, "samples": 40}


def test_a_training_is_a_picture_with_its_numbers():
    picture = lossviz.train("cosface", m=0.35, **QUICK)
    assert picture.svg.startswith("<svg ") and picture.png.startswith(b"\x89PNG")
    assert 0 < picture.metrics["intra"] < 90
    assert picture.recipe["m"] == 0.35 and picture.recipe["steps"] == 60
    assert picture.alt.startswith("CosFace (m = 0.35, s = 16) on 6 identities")


def test_a_notebook_gets_vectors_pixels_and_words():
    picture = lossviz.curve("arcface")
    data, metadata = picture._repr_mimebundle_()
    assert data["image/svg+xml"] == picture.svg and data["image/png"] == picture.png
    assert metadata["image/png"]["alt"] == picture.alt and "ArcFace" in picture.alt


@pytest.mark.parametrize("ending, start", [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("gif", b"GIF89a")])
def test_it_is_saved_in_every_format(tmp_path, ending, start):
    path = tmp_path / "new" / f"a.{ending}"
    lossviz.train("softmax", **QUICK).save(path)
    assert path.read_bytes().startswith(start)


def test_the_picture_has_the_bytes_of_the_program(tmp_path):
    from lossviz._program import environment, program

    path = tmp_path / "a.svg"
    words = [program(), "--loss", "arcface", "--steps", "60", "--samples", "40", "-q", "-o", str(path)]
    subprocess.run(words, check=True, env=environment(), stdout=subprocess.DEVNULL)
    assert lossviz.train("arcface", **QUICK).svg == path.read_text(encoding="utf-8")


def test_a_comparison_has_a_table_and_a_trend(tmp_path):
    comparison = lossviz.compare("cosface", m=[0, 0.2], seeds=2, **QUICK)
    assert [row["m"] for row in comparison.table] == [0, 0.2]
    assert len(comparison.runs) == 4
    comparison.trend.save(tmp_path / "trend.svg")
    assert "measured against m" in (tmp_path / "trend.svg").read_text(encoding="utf-8")


def test_what_is_saved_is_one_file(tmp_path):
    comparison = lossviz.compare("cosface", m=[0, 0.2], **QUICK)
    comparison.save(tmp_path / "grid.pdf")
    comparison.trend.save(tmp_path / "trend.pdf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["grid.pdf", "trend.pdf"]


def test_a_figure_tells_its_claims(tmp_path):
    figure = lossviz.figure("lsoftmax-psi")
    assert figure.is_reproduced and len(figure.claims) == 2
    figure.save(tmp_path / "psi.pdf")
    assert (tmp_path / "psi.pdf").read_bytes().startswith(b"%PDF")


def test_identify_finds_what_evaluate_computed():
    x = [[1.5, 0.3], [0.2, 1.1], [-0.7, 0.4], [0.9, -1.2], [0.4, 0.5], [-1.0, -0.6]]
    W, y = [[1.0, -0.2], [-0.3, 1.0], [-0.9, -0.1]], [0, 1, 2, 0, 1, 2]
    known = lossviz.evaluate("cosface", x, y, W, m=0.25, s=12)
    found = lossviz.identify(x, y, W, value=known["value"], grad_x=known["grad_x"], grad_W=known["grad_W"])
    assert found["loss"] == "cosface" and found["mistakes"] == []
    assert abs(found["m"] - 0.25) < 1e-9 and abs(found["s"] - 12) < 1e-7
    assert lossviz.identify(x, y, W, value=3.2)["loss"] == "none"
    with pytest.raises(lossviz.FileProblem):
        lossviz.identify(x[:1], y[:1], W, value=3.2)


def test_pulls_are_a_picture_and_advice_is_numbers():
    assert "ArcFace" in lossviz.pull(["adaface", "arcface"], own=1).svg
    advice = lossviz.advise(8, dim=2, loss="cosface")
    assert abs(advice["margins"][0]["mMax"] - (1 - 0.5**0.5)) < 1e-12


def test_evaluate_agrees_with_arithmetic():
    answer = lossviz.evaluate("softmax", [[1.0, 0.0]], [0], [[0.0, 1.0], [0.0, -1.0]])
    assert answer["value"] == pytest.approx(0.6931471805599453)
    assert answer["grad_W"] == [[-0.5, 0], [0.5, 0]]


ROWS = [[5.0, 0.1 * i] for i in range(12)] + [[0.1 * i, 5.0] for i in range(12)]
LABELS = ["a"] * 12 + ["b"] * 12


def test_lists_arrays_and_tables_are_the_same_features():
    numpy = pytest.importorskip("numpy")
    from_lists = lossviz.plot(ROWS, LABELS, weights=[[1, 0], [0, 1]])
    from_arrays = lossviz.plot(numpy.array(ROWS), numpy.array(LABELS), weights=numpy.eye(2))
    assert from_lists.metrics == from_arrays.metrics
    assert from_lists.metrics["pairs"]["auc"] == 1


def test_what_looks_like_a_tensor_or_a_table_is_taken():
    numpy = pytest.importorskip("numpy")

    class Tensor:
        def detach(self):
            return self

        cpu = detach

        def numpy(self):
            return numpy.array(ROWS)

    class Table:
        def to_numpy(self):
            return numpy.array(ROWS)

    wanted = lossviz.plot(ROWS, LABELS).metrics
    assert lossviz.plot(Tensor(), LABELS).metrics == wanted
    assert lossviz.plot(Table(), LABELS).metrics == wanted


def test_warnings_are_warnings():
    rows = [row[:] for row in ROWS]
    rows[3][0] = float("nan")
    with pytest.warns(lossviz.LossvizWarning, match="left out"):
        lossviz.plot(rows, LABELS)


@pytest.mark.parametrize(
    "call, kind, words",
    [
        (lambda: lossviz.train("cosface", m=5), lossviz.Misuse, "--m cannot be '5'"),
        (lambda: lossviz.train("arcfase"), lossviz.Misuse, "arcface"),
        (lambda: lossviz.train("cosface", marginn=0.2), lossviz.Misuse, "--marginn"),
        (lambda: lossviz.train("triplet", normalize=False), lossviz.Misuse, "cannot be False"),
        (lambda: lossviz.train("softmax", rate=1000, clip="none"), lossviz.TrainingFailed, "did not stay finite"),
        (lambda: lossviz.train(data="/nowhere.csv"), lossviz.FileProblem, "/nowhere.csv"),
        (lambda: lossviz.train(scale=10, width=10000), lossviz.Misuse, "too large"),
        (lambda: lossviz.plot(ROWS, LABELS[:-1]), lossviz.FileProblem, "the labels: 23 labels for 24 rows"),
        (lambda: lossviz.plot(ROWS), lossviz.FileProblem, "the features: features without labels\n  hint: give them as labels="),
        (lambda: lossviz.train(data=ROWS), lossviz.Misuse, "the data has no labels\n  hint: give them as labels="),
        (lambda: lossviz.plot([[1, 2], [3]], ["a", "b"]), lossviz.Misuse, "differ in length"),
        (lambda: lossviz.plot("x" * 3, LABELS), lossviz.FileProblem, "xxx"),
        (lambda: lossviz.plot([["a"]], ["b"]), lossviz.Misuse, "no table of numbers"),
        (lambda: lossviz.plot(ROWS, ["a\nb"] * 24), lossviz.Misuse, "line end"),
        (lambda: lossviz.evaluate("softmax", [[float("nan")]], [0], [[1.0]]), lossviz.Misuse, "finite"),
        (lambda: lossviz.figure("all"), lossviz.Misuse, "one figure"),
        (lambda: lossviz.figure("nothing"), lossviz.Misuse, "nothing"),
    ],
)
def test_what_is_refused_is_an_exception_with_words(call, kind, words):
    with pytest.raises(kind) as caught:
        call()
    assert words in str(caught.value)
    assert "lossviz-" not in str(caught.value)
    assert "Traceback" not in str(caught.value)


@pytest.mark.parametrize(
    "change, kind, words",
    [
        (lambda x, y: (x[:, 0], y), lossviz.FileProblem, "the features: expected samples × dimensions"),
        (lambda x, y: (x[:0], y[:0]), lossviz.Misuse, "the features are empty, an array of shape (0, 2)"),
        (lambda x, y: (x.T, y), lossviz.FileProblem, "the features are transposed: features.T"),
        (lambda x, y: (x, [[1, 0]] * 24), lossviz.FileProblem, "the labels"),
        (lambda x, y: (x.astype(complex), y), lossviz.FileProblem, "array.astype('float32')"),
        (lambda x, y: (x.astype(str), y), lossviz.FileProblem, "labels go as labels="),
        (lambda x, y: ([["u", 1.0]] * 24, y), lossviz.Misuse, "no table of numbers"),
    ],
)
def test_arrays_that_do_not_fit_are_named_as_they_were_given(change, kind, words):
    numpy = pytest.importorskip("numpy")
    features, labels = change(numpy.array(ROWS), numpy.array(LABELS))
    with pytest.raises(kind) as caught:
        lossviz.plot(features, labels if isinstance(labels, numpy.ndarray) else numpy.array(labels))
    assert words in str(caught.value)
    assert "lossviz-" not in str(caught.value)


def test_objects_that_are_numbers_are_taken_and_others_named():
    numpy = pytest.importorskip("numpy")
    rows = numpy.array(ROWS, dtype=object)
    assert lossviz.plot(rows, LABELS).metrics == lossviz.plot(ROWS, LABELS).metrics
    rows[3, 1] = "none"
    with pytest.raises(lossviz.Misuse, match="'none' in row 3, column 1"):
        lossviz.plot(rows, LABELS)


def test_a_column_of_a_table_has_the_labels():
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame(ROWS, columns=["u", "v"]).assign(who=LABELS)
    assert lossviz.plot(table, labels="who").metrics == lossviz.plot(ROWS, LABELS).metrics
    assert lossviz.train(data=table, labels="who", steps=20).recipe["steps"] == 20


def test_rows_without_a_label_are_named():
    with pytest.raises(lossviz.Misuse, match="2 of 24 labels are missing, first in row 2"):
        lossviz.plot(ROWS, ["a", "a", None, float("nan"), *LABELS[4:]])


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    picture = lossviz.plot(ROWS, LABELS)
    assert len(list(tmp_path.iterdir())) == 1 and picture.svg
    del picture
    with pytest.raises(lossviz.LossvizError):
        lossviz.plot(ROWS, LABELS[1:])
    gc.collect()
    assert list(tmp_path.iterdir()) == []


def test_a_missing_program_is_said(monkeypatch):
    monkeypatch.setenv("LOSSVIZ_PROGRAM", "/nowhere/lossviz")
    with pytest.raises(lossviz.MissingProgram, match="/nowhere/lossviz"):
        lossviz.curve("arcface")


def test_control_c_ends_the_program(tmp_path):
    script = textwrap.dedent(
        """
        import signal
        import lossviz
        # What a shell starts in the background would not hear it.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        print("begun", flush=True)
        lossviz.train(steps=10_000_000)
        """
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout.readline() == b"begun\n"
    children = f"/proc/{process.pid}/task/{process.pid}/children"
    child = ""
    while not child:
        child = open(children).read().strip()
        time.sleep(0.01)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert b"KeyboardInterrupt" in said
    assert not os.path.exists(f"/proc/{child}")


@pytest.mark.parametrize("ending", [".gif", ".apng"])
def test_a_film_has_a_frame_for_each_epoch(tmp_path, ending):
    image = pytest.importorskip("PIL.Image")
    film = lossviz.Film("epoch {}")
    for epoch in range(3):
        film.add([[x * (1 + epoch), y] for x, y in ROWS], LABELS)
    film.save(tmp_path / f"a{ending}")
    assert len(film) == 3
    assert image.open(tmp_path / f"a{ending}").n_frames == 3


@pytest.mark.parametrize(
    "add, words",
    [
        (([[1, 2, 3]], ["a"]), "two dimensions"),
        (([], []), "two dimensions"),
        ((3, ["a"]), "two dimensions"),
        (([["a", "b"]], ["a"]), "two dimensions"),
        (([[float("nan"), 1.0]], ["a"]), "finite"),
        ((ROWS, LABELS[:-1]), "23 labels"),
        ((ROWS, 3), "no list"),
        ((ROWS, LABELS, [[1, 2, 3, 4]]), "weights of a film"),
    ],
)
def test_a_film_refuses_what_it_cannot_show(add, words):
    with pytest.raises(lossviz.Misuse, match=words):
        lossviz.Film().add(*add)


def test_a_film_is_refused_before_it_is_drawn(tmp_path):
    with pytest.raises(lossviz.Misuse, match="more than one number"):
        lossviz.Film("epoch {} of {}")
    film = lossviz.Film()
    for words, call in [
        ("no frame", lambda: film.save("a.gif")),
        ("mp4", lambda: film.save("a.mp4")),
        ("fps", lambda: film.save("a.gif", fps=0)),
    ]:
        with pytest.raises(lossviz.Misuse, match=words):
            call()


def test_a_film_goes_into_a_new_folder_and_leaves_out_what_is_not_finite(tmp_path):
    pytest.importorskip("PIL")
    film = lossviz.Film()
    film.add([*ROWS, [float("inf"), 0.0]], [*LABELS, "a"])
    with pytest.warns(lossviz.LossvizWarning, match="left out"):
        film.save(tmp_path / "new" / "a.gif")
    assert (tmp_path / "new" / "a.gif").read_bytes().startswith(b"GIF89a")


def test_package_and_program_have_one_version():
    from lossviz._program import program

    said = subprocess.run([program(), "--version"], check=True, capture_output=True, text=True).stdout
    assert lossviz.__version__ in said
