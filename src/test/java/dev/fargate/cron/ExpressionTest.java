package dev.fargate.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cron(0 2 * * ? *)              | cron(0 2 * * ? *)
                    cron(0 2 * * ?)                | cron(0 2 * * ? *)
                    CRON( 00 02 ? jan-dec * * )    | cron(0 2 * * ? *)
                    cron(*/15 8-17 ? * MON-FRI *)  | cron(0/15 8-17 ? * 2-6 *)
                    cron(5/20 * ? * 7,SUN *)       | cron(5/20 * ? * 1,7 *)
                    cron(0-15/1 8-8 ? * 2,3,4,5 *) | cron(0-15 8 ? * 2-5 *)
                    cron(0-30/10 0 1-31/30 * ? *)  | cron(0,10,20,30 0 1,31 * ? *)
                    cron(15 10 ? * 6L 2022-2023)   | cron(15 10 ? * 6L 2022,2023)
                    cron(0 9 ? * TUE#2 *)          | cron(0 9 ? * 3#2 *)
                    cron(0 9 ? * L *)              | cron(0 9 ? * 7 *)
                    cron(0 9 L * ? *)              | cron(0 9 L * ? *)
                    cron(0 9 15w 1/3 ? 2030/10)    | cron(0 9 15W 1/3 ? 2030/10)
                    rate(1 minutes)                | rate(1 minute)
                    rate(90 minute)                | rate(90 minutes)
                    rate(120 minutes)              | rate(2 hours)
                    rate(24 hours)                 | rate(1 day)
                    at(2030-01-31T02:00:00)        | at(2030-01-31T02:00:00)
                    """)
    void what_means_the_same_is_written_the_same(String given, String canonical) {
        Expression expression = Expression.parse(given);

        assertThat(expression.text()).isEqualTo(canonical);
        assertThat(Expression.parse(canonical)).isEqualTo(expression).hasSameHashCodeAs(expression);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 2 * * *         | cron(0 2 * * ? *)
                    */15 * * * *      | cron(0/15 * * * ? *)
                    0 9 * * 1-5       | cron(0 9 ? * 2-6 *)
                    0 9 * * MON-FRI   | cron(0 9 ? * 2-6 *)
                    0 9 * * 0         | cron(0 9 ? * 1 *)
                    0 9 * * 7         | cron(0 9 ? * 1 *)
                    0 9 * * 5-7       | cron(0 9 ? * 1,6,7 *)
                    0 9 * * */2       | cron(0 9 ? * 1,3,5,7 *)
                    0 9 * * 0-7       | cron(0 9 * * ? *)
                    0 9 */2 * *       | cron(0 9 1/2 * ? *)
                    0 9 1,15 * */1    | cron(0 9 1,15 * ? *)
                    5-59/20 3 1 feb * | cron(5/20 3 1 2 ? *)
                    10-40/15 3 1 1 *  | cron(10,25,40 3 1 1 ? *)
                    @hourly           | cron(0 * * * ? *)
                    @daily            | cron(0 0 * * ? *)
                    @midnight         | cron(0 0 * * ? *)
                    @weekly           | cron(0 0 ? * 1 *)
                    @monthly          | cron(0 0 1 * ? *)
                    @annually         | cron(0 0 1 1 ? *)
                    """)
    void Unix_cron_is_translated_exactly(String unix, String aws) {
        assertThat(Expression.parse(unix).text()).isEqualTo(aws);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    60 2 * * *              | minutes: 60 is not 0 to 59
                    0 24 * * *              | hours: 24 is not 0 to 23
                    0 2 0 * *               | day-of-month: 0 is not 1 to 31
                    0 2 * 13 *              | month: 13 is not 1 to 12 or JAN to DEC
                    0 2 * * 8               | day-of-week: 8 is not 0 to 7 or SUN to SAT
                    0 2 * * FREITAG         | day-of-week: FREITAG is no value: write 0 to 7 or SUN to SAT
                    */60 * * * *            | minutes: the increment 60 is not 1 to 59
                    */0 * * * *             | minutes: the increment 0 is not 1 to 59
                    5/15 * * * *            | minutes: 5/15 means one value to some and a range to others: write 5-59/15
                    0 22-2 * * *            | hours: 22-2 runs backwards: write it as two ranges, 22-23,0-2
                    0 2, * * *              | hours: "" is none of *, a value, a range (a-b) and an increment (*/n, a-b/n)
                    0 2 13 * 5              | day-of-month and day-of-week: Unix cron runs when either of 13 and 5 fits, which AWS cannot say: make one of them *, and have two schedules
                    0 2 */2 * 1             | day-of-month and day-of-week: Unix cron runs when either of */2 and 1 fits, which AWS cannot say: make one of them *, and have two schedules
                    0 2 ? * 5               | day-of-month: "?" is AWS's: write all of it as cron(...), or use *, a-b, */n
                    0 2 15W * *             | day-of-month: "15W" is AWS's: write all of it as cron(...), or use *, a-b, */n
                    0 2 30 2 *              | day-of-month: no day 30 comes in month 2
                    0 2 * *                 | "0 2 * *" has 4 fields: Unix cron has minutes, hours, day-of-month, month and day-of-week (0 2 * * *); AWS's six stand in brackets, cron(0 2 * * ? *)
                    0 2 * * ? *             | "0 2 * * ? *" has 6 fields: Unix cron has minutes, hours, day-of-month, month and day-of-week (0 2 * * *); AWS's six stand in brackets, cron(0 2 * * ? *)
                    @reboot                 | "@reboot" is no time: write @hourly, @daily, @weekly, @monthly, @yearly, or rate(5 minutes) for @every 5m
                    CRON_TZ=UTC 0 2 * * *   | "CRON_TZ=UTC 0 2 * * *": the zone is timeZone, not part of the expression
                    """)
    void Unix_cron_is_refused_with_the_field_and_what_would_be_right(String unix, String reason) {
        refused(unix, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cron(0 2 * * *)           | day-of-month and day-of-week: exactly one of them is ?, as in cron(0 2 * * ? *) for every day and cron(0 2 ? * MON-FRI *) for days of the week
                    cron(0 2 ? * ? *)         | day-of-month and day-of-week: exactly one of them is ?, as in cron(0 2 * * ? *) for every day and cron(0 2 ? * MON-FRI *) for days of the week
                    cron(0 2 * ?)             | cron(0 2 * ?): the fields are minutes, hours, day-of-month, month, day-of-week and year, as in cron(0 2 * * ? *), not 4
                    cron(0 2 ? * 0 *)         | day-of-week: 0 is not 1 to 7 or SUN to SAT: inside cron(...) Sunday is 1, in Unix cron it is 0
                    cron(0 2 ? * 2/2 *)       | day-of-week: AWS has no increments here: list the days, as in MON,WED,FRI, instead of 2/2
                    cron(0 2 ? * FRI-MON *)   | day-of-week: FRI-MON runs backwards: write it as two ranges, 6-7,1-2
                    cron(0 2 ? * 3#1,6#3 *)   | day-of-week: "3#1,6#3": write 6L (last Friday) or 3#2 (second Tuesday) alone
                    cron(0 2 ? * 3#6 *)       | day-of-week: #6 is not #1 to #5
                    cron(0 2 1,L * ? *)       | day-of-month: "1,L": write L (last day) or 15W (workday nearest to the 15th) alone
                    cron(0 2 32W * ? *)       | day-of-month: 32 is not 1 to 31
                    cron(? 2 * * ? *)         | minutes: "?" is none of *, a value, a range (a-b) and an increment (*/n, a-b/n)
                    cron(0 2 * * ? 2200)      | year: 2200 is not 1970 to 2199
                    cron(0 2 31 4,6 ? *)      | day-of-month: no day 31 comes in month 4,6
                    cron(0 2 29 2 ? 2030)     | day-of-month: no day 29 comes in month 2 of 2030
                    cron(0 2 ? 1 6#5 2028)    | day-of-week: no day 6#5 comes in month 1 of 2028
                    cron(0 2 * * ? *          | "cron(0 2 * * ? *" lacks its closing bracket
                    rate(0 minutes)           | rate: "0 minutes" is not a positive number and minutes, hours or days, as in rate(5 minutes)
                    rate(1 week)              | rate: "1 week" is not a positive number and minutes, hours or days, as in rate(5 minutes)
                    at(2030-02-30T02:00:00)   | at: "2030-02-30T02:00:00" is not a time like 2030-01-31T02:00:00 (no fraction and no zone: the zone is timeZone)
                    at(2030-01-31T02:00:00Z)  | at: "2030-01-31T02:00:00Z" is not a time like 2030-01-31T02:00:00 (no fraction and no zone: the zone is timeZone)
                    every(5 minutes)          | "every(5 minutes)" is none of cron(0 2 * * ? *), rate(5 minutes), at(2030-01-31T02:00:00) and Unix cron (0 2 * * *)
                    """)
    void an_expression_of_AWS_is_refused_with_the_field_and_what_would_be_right(String aws, String reason) {
        refused(aws, reason);
    }

    @Test
    void what_AWS_would_find_too_long_is_refused() {
        String years = "1970/7,1971/11,1972/13,1973/17,1974/19";

        assertThatExceptionOfType(InvalidSchedule.class)
                .isThrownBy(() -> Expression.parse("cron(0 2 1 * ? " + years + ")"))
                .withMessageContaining("longer than AWS's 256 characters");
    }

    private static void refused(String text, String reason) {
        assertThatExceptionOfType(InvalidSchedule.class)
                .isThrownBy(() -> Expression.parse(text))
                .withMessage(reason);
    }
}
