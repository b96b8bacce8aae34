package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Labels and record patterns of private classes whose variables are assigned. */
class PrivateAssignedLabels {
  private record Row(int number, String text) {
    Row next() {
      return new Row(number + 1, text);
    }
  }

  private static class Cell {
    int count;

    Cell(int count) {
      this.count = count;
    }
  }

  private record Two(Object left, Row right) {}

  record Named(Object left, Object right) {}

  private static String told(Object any) {
    return "object";
  }

  private static String told(Row row) {
    return "row" + row.number();
  }

  private static Object any(Object any) {
    return any;
  }

  private static List<Object> objects() {
    return Arrays.asList(
        new Row(1, "a"),
        new Row(5, "e"),
        new Cell(2),
        new Two(new Cell(3), new Row(7, "t")),
        new Two(new Row(8, "u"), null),
        new Named(new Row(9, "n"), new Cell[] {new Cell(4)}),
        new Cell[] {new Cell(6), null},
        "text");
  }

  @AsyncMethod
  String B18_inTheArms() {
    String all = "";
    for (Object each : objects()) {
      switch (each) {
        case Row(int number, String text) when number > 3 -> {
          text += number;
          Row row = new Row(number, text);
          all += told(row) + await(stage(row.text())) + told(row = row.next());
        }
        case Row row -> all += told(row = await(stage(new Row(2, "b")))) + row.number();
        case Cell cell -> {
          cell.count++;
          Cell other = cell;
          cell = new Cell(other.count + await(stage(10)));
          all += cell.count + "" + other.count;
        }
        case Two(Cell cell, Row row) -> {
          cell = new Cell(cell.count + 1);
          row = row.next();
          all += cell.count + told(row) + await(stage(1));
        }
        case Two(Row left, var right) -> {
          right = left.next();
          left = await(stage(right.next()));
          all += told(left) + told(right);
        }
        case Named(Row left, Cell[] right) -> {
          right = new Cell[] {right[0], new Cell(await(stage(1)))};
          left = null;
          all += right.length + "" + right[1].count + left;
        }
        case Cell[] cells -> {
          cells[1] = new Cell(3);
          cells = cells.clone();
          all += cells[1].count;
        }
        default -> all += "none";
      }
    }
    return all;
  }

  @AsyncMethod
  String B18_inGroups() {
    String all = "";
    for (Object each : objects()) {
      switch (each) {
        case Row(var number, var text) when number > 3:
          text += "!";
          all += told(new Row(number, text)) + text;
          break;
        case Row row:
          row = null;
          all += row;
          break;
        case Two(Cell cell, Row row):
          cell = new Cell(cell.count + 1);
          all += cell.count + told(row = row.next());
        default:
          all += "none";
      }
      all +=
          switch (each) {
            case Row row:
              row = await(stage(row.next()));
              yield row.number();
            case Cell cell:
              yield (cell = new Cell(cell.count * 2)).count;
            default:
              yield ".";
          };
    }
    return all;
  }

  @AsyncMethod
  String B18_guardsThatAssignAndThatSuspend() {
    String all = "";
    for (Object each : objects()) {
      all +=
          switch (each) {
            case Object any when any instanceof Row row && (row = row.next()).number() > 5 -> told(row = row.next()) + await(stage(1));
            case Object any when any instanceof Row row && await(stage(row.number())) == 3 -> "never" + (row = null);
            case Object any when any instanceof Row row && (row = await(stage(row.next()))).number() == 2 -> told(row = row.next());
            case Cell cell when cell.count == await(stage(2)) && any(cell) instanceof Cell other && (other = new Cell(3)) != cell -> other.count + cell.count;
            case Two two when two instanceof Two(Row left, Row right) && (right = left) != null -> told(right) + (left = right.next()).number();
            default -> "none";
          };
    }
    return all;
  }

  @AsyncMethod
  String B34_inALambda() {
    Function<Object, Object> chosen =
        any ->
            switch (any) {
              case Object one when one instanceof Row row && (row = row.next()).number() > 3 -> told(row = row.next()) + row.text();
              case Row row -> {
                row = row.next();
                yield told(row);
              }
              case Cell cell -> (cell = new Cell(cell.count + 1)).count;
              case Two(Cell cell, Row row) -> told(row = row.next()) + (cell = null);
              case Cell[] cells -> (cells = null) + "cells";
              default -> "none";
            };
    Consumer<Object> shown =
        any -> {
          switch (any) {
            case Named(Row left, Cell[] right) -> {
              left = left.next();
              right = new Cell[3];
              log(left.number(), right.length);
            }
            case Row row -> log(told(row = row.next()));
            default -> log("none");
          }
          if (any instanceof Two(Row left, Row right)) {
            right = left.next();
            log(right.number());
          }
        };
    String all = "";
    for (Object each : objects()) {
      all += chosen.apply(each) + "" + await(stage(1));
      shown.accept(each);
    }
    return all;
  }

  @AsyncMethod
  String B19_recordPatterns() {
    String all = "";
    for (Object each : objects()) {
      if (each instanceof Two(Row left, Row right) && await(stage(left.number())) == 8) {
        right = left.next();
        left = await(stage(right));
        all += told(left) + (left == right);
      }
      if (!(each instanceof Named(Row left, Cell[] right))) {
        continue;
      }
      left = await(stage(left.next()));
      right[0] = new Cell(left.number());
      right = right.clone();
      all += left.number() + right[0].count;
    }
    return all;
  }
}
