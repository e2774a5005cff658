"""What in a Swift file is code."""
import re

# Where something begins or ends that is not code, or that holds code together.
TOKEN = re.compile(r'//[^\n]*|/\*|(#*)("""|")|[(){}\[\]]')


def code(text):
    """The text with spaces in the place of comments and of what strings say."""
    result, place, nested = [], 0, []

    def blank(end):
        result.append(re.sub(r"[^\n]", " ", text[place:end]))
        return end

    def skip_string(start, hashes, quotes):
        """Where a string ends or something is interpolated, which it says by True."""
        ends = re.compile(
            re.escape(quotes + hashes) + r"|\\" + hashes + r"(\()|\\" + hashes + r"." , re.S)
        while match := ends.search(text, start):
            if match.group(1):
                return match.end(), True
            if match.group(0).startswith('"'):
                return match.end(), False
            start = match.end()
        return len(text), False

    while match := TOKEN.search(text, place):
        result.append(text[place:match.start()])
        place = match.start()
        token = match.group(0)
        if token.startswith("//"):
            place = blank(match.end())
        elif token == "/*":
            end = text.find("*/", place)
            place = blank(len(text) if end < 0 else end + 2)
        elif match.group(2):
            end, interpolates = skip_string(match.end(), match.group(1), match.group(2))
            place = blank(end)
            if interpolates:
                nested.append([match.group(1), match.group(2), 0])
        elif nested and token == ")" and nested[-1][2] == 0:
            # The rest of the string around what was interpolated.
            hashes, quotes, _ = nested.pop()
            end, interpolates = skip_string(match.end(), hashes, quotes)
            place = blank(end)
            if interpolates:
                nested.append([hashes, quotes, 0])
        else:
            if nested and token in "()":
                nested[-1][2] += 1 if token == "(" else -1
            result.append(token)
            place = match.end()
    return "".join(result) + text[place:]
