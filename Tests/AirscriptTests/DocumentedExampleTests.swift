import Airscript
import Testing

/// The examples on the platform's own pages.
struct DocumentedExampleTests {
    private static let books = #"""
        [
            {"title": "Angels & Demons", "author": "Dan Brown", "genres": ["Fiction", "Thriller"], "isbn": "9780671027360"},
            {"title": "A Brief History of Time", "author": "Stephen Hawking", "genres": ["Science"], "isbn": "9780553380163"},
            {"title": "Inferno", "author": "Dan Brown", "genres": ["Fiction"], "isbn": "9781400079155"},
        ]
        """#

    @Test(arguments: [
        Example("2 + 3", "5"),
        Example(#""abc" + "def""#, #""abcdef""#),
        Example(#"[1,2,3] + ["a","b","c"]"#, #"[1,2,3,"a","b","c"]"#),
        Example("1 + 1 * 2", "3"),
        Example("(1 + 1) * 2", "4"),
        Example("7 / 2", "3.5"),
        Example("3 % 2", "1"),
        Example("6 % 2", "0"),
        Example(#"{foo: "bar"} = {foo: "bar"}"#, "TRUE"),
        Example(#"2 = "Airscript""#, "FALSE"),
        Example(#""Airscript" = "airscript""#, "FALSE"),
        Example(#"2 <> "Airscript""#, "TRUE"),
        Example(#"2 != "Airscript""#, "TRUE"),
        Example(#""air" < "airscript""#, "TRUE"),
        Example(#"{"day": 8, "month": 8, "year": 2022} > {"day": 28, "month": 2, "year": 2022}"#, "TRUE"),
        Example("TRUE XOR FALSE", "TRUE"),
        Example("TRUE AND FALSE OR TRUE XOR FALSE", "TRUE"),
        Example("NULL ?? 2", "2"),
        Example(#""" ?? "x""#, #""""#),
        Example(#"[] ?? "x""#, "[]"),
        Example(#"IF(1 = 2, 3, NULL) ?? "Invalid number.""#, #""Invalid number.""#),
        Example("LET x = 3 IN x + 2", "5"),
        Example("LET y = 4, x = 3 IN x + y", "7"),
        Example("LET y = 4, x = 3, IN x + y", "7"),
        Example("LET unused = 4, x = 3 IN x", "3"),
        Example("({a: 1}).a", "1"),
        Example("{a: 1}.a", "1"),
        Example(#"{"a": true, "b": null, "c": [false, -1.5e3]}"#, "{a: TRUE, b: NULL, c: [FALSE, -1500]}"),
        Example(
            #"FROM item, index IN [{"foo":"bar"},{"foo":"baz"}] SELECT {"{{index}}": item}"#,
            #"[{"0":{"foo":"bar"}},{"1":{"foo":"baz"}}]"#
        ),
        Example(
            #"{"amount": 3000, "code": "USD", "precision": 2} - {"amount": 1000, "code": "USD", "precision": 2}"#,
            #"{"amount": 2000, "code": "USD", "precision": 2}"#
        ),
        Example(
            #"{"amount": 3000, "code": "USD", "precision": 2} * 2"#,
            #"{"amount": 6000, "code": "USD", "precision": 2}"#
        ),
    ])
    func `an expression has the documented value`(example: Example) throws {
        try example.check()
    }

    @Test(arguments: [
        Example("list_of_books[0].genres[0]", #""Fiction""#),
        Example("list_of_books[1:2].title", "NULL"),
        Example("list_of_books[1:2][*].title", #"["A Brief History of Time", "Inferno"]"#),
        Example(#"list_of_books[?(@.author = "Dan Brown")][*].title"#, #"["Angels & Demons", "Inferno"]"#),
        Example(#"list_of_books[?(@.author = "Dan Brown")][0].isbn"#, #""9780671027360""#),
        Example(#"list_of_books[?(@.author = "Nobody")][0]"#, "NULL"),
        Example("list_of_books[7]", "NULL"),
        Example("list_of_books[*].genres", #"[["Fiction", "Thriller"], ["Science"], ["Fiction"]]"#),
        Example(
            #"(FROM book IN list_of_books SELECT "{{book.isbn}}": book)["9780553380163"].author"#,
            #""Stephen Hawking""#
        ),
        Example("FROM book IN list_of_books SELECT DISTINCT book.author", #"["Dan Brown", "Stephen Hawking"]"#),
    ])
    func `a list is queried as documented`(example: Example) throws {
        try example.check(in: Scope(["list_of_books": try value(Self.books)]))
    }

    @Test func `answers that are not empty are selected`() throws {
        let questions = try value(#"[{"answer": "yes"}, {"answer": ""}, {"answer": "no"}, {"answer": null}]"#)
        let scope = Scope(["listOfQuestions": questions])
        let found = try value(#"FROM q IN listOfQuestions WHERE q.answer <> "" SELECT q.answer"#, in: scope)
        #expect(found == .list([.text("yes"), .text("no"), .null]))
    }

    @Test func `a comment ends with its line`() throws {
        #expect(try value("1 // OR 2\n+ 2 // the end") == .number(3))
    }

    @Test func `a text may span lines`() throws {
        #expect(try value("\"one\ntwo\"") == .text("one\ntwo"))
    }
}
