package org.disclosureledger.application.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** LibreOffice and poppler: documents become pages, and pages text. */
public final class Printer {

    private static final double MILLIMETRES_IN_A_POINT = 25.4 / 72;

    private final Path folder;

    /** @param folder where files may be written */
    public Printer(Path folder) {
        this.folder = folder;
    }

    /** Skips the test where the tools are missing, unless {@code LEDGER_BROWSER_TESTS=required}. */
    public static void isInstalled() {
        for (List<String> tool :
                List.of(List.of("soffice", "--version"), List.of("pdftotext", "-v"), List.of("pdfinfo", "-v"))) {
            try {
                new ProcessBuilder(tool)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                String missing = tool.get(0) + " is not installed: printed documents were not looked at";
                if ("required".equals(System.getenv("LEDGER_BROWSER_TESTS"))) {
                    throw new AssertionError(missing, e);
                }
                abort(missing);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Prints documents of this folder, each to a file beside it. */
    public List<Path> pdf(List<Path> documents) {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString()));
        documents.forEach(document -> command.add(document.toString()));
        run(command);
        return documents.stream()
                .map(document -> document.resolveSibling(
                        document.getFileName().toString().replaceAll("\\.\\w+$", ".pdf")))
                .toList();
    }

    /** A workbook of this folder as a spreadsheet program reads its first sheet, in a file beside it. */
    public Path csv(Path workbook) {
        run(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76",
                "--outdir",
                folder.toString(),
                workbook.toString()));
        return workbook.resolveSibling(workbook.getFileName().toString().replaceAll("\\.\\w+$", ".csv"));
    }

    /**
     * Workbooks and CSV files of this folder, no two of the same name, as a spreadsheet program keeps them, as text, each in
     * a file beside it. Cells of a CSV file that look like formulas are taken for formulas.
     */
    public List<Path> spreadsheets(List<Path> files) {
        Map<Boolean, List<Path>> byKind = files.stream()
                .collect(Collectors.partitioningBy(file -> file.toString().endsWith(".csv")));
        byKind.forEach((csv, some) -> {
            if (!some.isEmpty()) {
                List<String> command = new ArrayList<>(List.of(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "fods",
                        "--outdir",
                        folder.toString()));
                if (csv) {
                    command.add("--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true");
                }
                some.forEach(file -> command.add(file.toString()));
                run(command);
            }
        });
        return files.stream()
                .map(file -> file.resolveSibling(file.getFileName().toString().replaceAll("\\.\\w+$", ".fods")))
                .toList();
    }

    public String text(Path pdf) {
        return run(List.of("pdftotext", "-raw", "-enc", "UTF-8", pdf.toString(), "-"));
    }

    public int pages(Path pdf) {
        Matcher pages = Pattern.compile("Pages:\\s+(\\d+)").matcher(run(List.of("pdfinfo", pdf.toString())));
        assertThat(pages.find()).isTrue();
        return Integer.parseInt(pages.group(1));
    }

    /** How near the words come to the right edge of the paper, in millimetres, where they come nearest. */
    public double rightMargin(Path pdf) {
        String boxes = run(List.of("pdftotext", "-bbox", "-enc", "UTF-8", pdf.toString(), "-"));
        double width = largest("<page width=\"([0-9.]+)\"", boxes);
        return (width - largest("<word [^>]*xMax=\"([0-9.]+)\"", boxes)) * MILLIMETRES_IN_A_POINT;
    }

    private static double largest(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .max()
                .orElseThrow();
    }

    public static String withoutSpace(String text) {
        return text.replaceAll("[\\s\\f]+", "");
    }

    private String run(List<String> command) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end");
            }
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
