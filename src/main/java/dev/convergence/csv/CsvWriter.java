package dev.convergence.csv;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Answers tables in UTF-8, for a browser to save as a file; as RFC 4180 asks, unless another dialect was asked for. */
@Component
class CsvWriter extends AbstractHttpMessageConverter<CsvTable> {

    private static final String ENDING = ".csv";

    CsvWriter() {
        super(StandardCharsets.UTF_8, MediaType.parseMediaType(CsvTable.MEDIA_TYPE));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return CsvTable.class.equals(type);
    }

    @Override
    public boolean canRead(Class<?> type, MediaType mediaType) {
        return false;
    }

    @Override
    protected CsvTable readInternal(Class<? extends CsvTable> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("Tables are written, never read.", message);
    }

    @Override
    protected void writeInternal(CsvTable table, HttpOutputMessage message) throws IOException {
        message.getHeaders()
                .setContentDisposition(ContentDisposition.attachment()
                        .filename(table.name() + ENDING)
                        .build());
        Writer writer = new OutputStreamWriter(message.getBody(), StandardCharsets.UTF_8);
        write(table, writer);
        writer.flush();
    }

    static void write(CsvTable table, Appendable to) throws IOException {
        CsvDialect dialect = table.dialect();
        to.append(dialect.beginning());
        CSVPrinter printer = new CSVPrinter(to, dialect.format());
        printer.printRecord(table.columns().stream().map(CsvCellFormatter::of));
        for (List<Object> row : table.rows()) {
            printer.printRecord(row.stream().map(CsvCellFormatter::of).map(cell -> written(cell, dialect)));
        }
        printer.flush();
    }

    private static Object written(Object cell, CsvDialect dialect) {
        return cell instanceof Number number ? dialect.number(number) : cell;
    }
}
